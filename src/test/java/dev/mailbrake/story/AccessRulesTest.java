package dev.mailbrake.story;

import static dev.mailbrake.sandbox.zoho.SampleOrganization.REBECCA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mailbrake.sandbox.slack.FakeSlack;
import dev.mailbrake.sandbox.slack.messages.SlackMessage;
import dev.mailbrake.sandbox.slack.people.SampleWorkspace;
import dev.mailbrake.sandbox.slack.people.SlackUser;
import dev.mailbrake.sandbox.slack.people.UserGroup;
import dev.mailbrake.sandbox.slack.webapi.SlackFault;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccessRulesTest {

  @ParameterizedTest
  @CsvSource({
    SampleWorkspace.NILS + ", You are not an approver, not-an-approver",
    SampleWorkspace.GUSTAV + ", you are a guest, not-a-full-member",
    SampleWorkspace.DORA + ", you are a deactivated user, not-a-full-member",
    SampleWorkspace.STEVE + ", you are from another workspace, not-a-full-member",
    FakeSlack.BOT_USER + ", you are a bot, not-a-full-member",
  })
  void refusesACommandPrivatelyNamesTheRuleAndRecordsIt(String user, String words, String rule) {
    try (Workplace work = Workplace.open()) {
      Colleague somebody = new Colleague(work, user);
      somebody.types("/mail-block rebecca@zylker.com sends phishing");

      somebody.reads(words);
      assertThat(work.cards()).isEmpty();
      assertThat(work.zoho.requests()).isEmpty();
      assertThat(work.record().events()).containsExactly("REFUSED");
      assertThat(work.record().details("REFUSED")).containsExactly(rule);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        SampleWorkspace.NILS,
        SampleWorkspace.GUSTAV,
        SampleWorkspace.DORA,
        SampleWorkspace.STEVE
      })
  void refusesTheirClickByTheSameRules(String user) {
    try (Workplace work = Workplace.open()) {
      SlackMessage card = work.ada.asksToBlock(REBECCA);
      Colleague somebody = new Colleague(work, user);

      somebody.presses(Workplace.BLOCK, card);

      somebody.reads("ou are");
      assertThat(work.zoho.writes()).isEmpty();
      assertThat(work.record().events()).containsExactly("ASKED", "REFUSED_CLICK");
      work.card("Block outgoing mail?", REBECCA);
    }
  }

  @Test
  void checksAnApproverAgainAtTheClick() {
    try (Workplace work = Workplace.open()) {
      SlackMessage card = work.ada.asksToBlock(REBECCA);
      SlackUser ada = work.slack.workspace().user(work.ada.id());
      work.slack.workspace().put(ada.with(SlackUser.Trait.DELETED));

      work.ada.presses(Workplace.BLOCK, card);

      work.ada.reads("you are a deactivated user");
      assertThat(work.zoho.writes()).isEmpty();
    }
  }

  @Test
  void refusesAnApproverWhoHasNotJoinedYet() {
    try (Workplace work = Workplace.open()) {
      SlackUser ada = work.slack.workspace().user(work.ada.id());
      work.slack.workspace().put(ada.with(SlackUser.Trait.INVITED));

      work.ada.types("/mail-block rebecca@zylker.com sends phishing");

      work.ada.reads("you are an invited user who has not joined yet");
      assertThat(work.record().details("REFUSED")).containsExactly("not-a-full-member");
    }
  }

  @Test
  void ignoresAnAnswerAboutSomebodyElse() {
    try (Workplace work = Workplace.open()) {
      work.slack.workspace().confuse(work.ada.id(), SampleWorkspace.NILS);

      work.ada.types("/mail-block rebecca@zylker.com sends phishing");

      work.ada.reads("cannot check now who you are", "Slack answered about somebody else");
      assertThat(work.record().details("REFUSED")).containsExactly("cannot-check-person");
    }
  }

  @Test
  void doesNotTakeSlacksSilenceForANo() {
    try (Workplace work = Workplace.open()) {
      work.slack.faults().begin(SlackFault.DOWN.always().on("users.info"));
      work.ada.types("/mail-block rebecca@zylker.com sends phishing");

      SlackMessage answer = work.ada.reads("cannot check now who you are", "HTTP 503");
      assertThat(answer.plainText()).doesNotContain("not an approver");
      assertThat(work.record().details("REFUSED")).containsExactly("cannot-check-person");
    }
  }

  @Test
  void doesNotTakeAnUnreadableGroupForAnEmptyOne() {
    try (Workplace work = Workplace.open()) {
      work.slack
          .workspace()
          .put(
              UserGroup.of(SampleWorkspace.ON_CALL, "on-call", SampleWorkspace.GRACE).unreadable());
      work.grace.types("/mail-block rebecca@zylker.com sends phishing");

      work.grace.reads("cannot check now whether you are an approver", SampleWorkspace.ON_CALL);
      assertThat(work.record().details("REFUSED")).containsExactly("cannot-check-approvers");
    }
  }

  @Test
  void acceptsAnApproverNamedByIdThoughAGroupCannotBeRead() {
    try (Workplace work = Workplace.open()) {
      work.slack
          .workspace()
          .put(
              UserGroup.of(SampleWorkspace.ON_CALL, "on-call", SampleWorkspace.GRACE).unreadable());
      work.ada.asksToBlock(REBECCA);
    }
  }

  @Test
  void worksOnlyInTheAllowedChannels() {
    try (Workplace work = Workplace.open(Map.of("MAILBRAKE_CHANNELS", Workplace.CHANNEL))) {
      work.ada.types("/mail-block rebecca@zylker.com sends phishing", SampleWorkspace.RANDOM);

      work.ada.reads("Mailbrake does not work in this channel");
      assertThat(work.record().details("REFUSED")).containsExactly("channel");
      work.ada.asksToBlock(REBECCA);
    }
  }

  @Test
  void requiresAReasonThatMatchesThePatternAndShowsAnExample() {
    try (Workplace work = Workplace.open(Map.of("MAILBRAKE_REASON_PATTERN", "INC-[0-9]+"))) {
      work.ada.types("/mail-block rebecca@zylker.com");
      work.ada.reads("A reason is required", "“INC-[0-9]+”, for example “INC-0”");
      work.ada.types("/mail-block rebecca@zylker.com because I say so");
      work.ada.reads("The reason must have the form “INC-[0-9]+”");

      work.ada.types("/mail-block rebecca@zylker.com INC-4711 phishing");
      work.card("Block outgoing mail?", "INC-4711 phishing");
    }
  }

  @Test
  void hidesAMailboxesStatusFromNonApprovers() {
    try (Workplace work = Workplace.open()) {
      work.nils.types("/mail-status rebecca@zylker.com");
      work.nils.reads("You are not an approver");
      assertThat(work.zoho.requests()).isEmpty();
    }
  }
}
