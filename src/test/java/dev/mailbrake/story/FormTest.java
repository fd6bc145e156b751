package dev.mailbrake.story;

import static dev.mailbrake.sandbox.slack.people.SampleWorkspace.ADA;
import static dev.mailbrake.sandbox.slack.people.SampleWorkspace.GUSTAV;
import static dev.mailbrake.sandbox.slack.people.SampleWorkspace.RANDOM;
import static dev.mailbrake.sandbox.zoho.SampleOrganization.BLOCKED;
import static dev.mailbrake.sandbox.zoho.SampleOrganization.REBECCA;
import static dev.mailbrake.sandbox.zoho.SampleOrganization.SALES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mailbrake.sandbox.slack.messages.SlackMessage;
import dev.mailbrake.sandbox.slack.views.ShownModal;
import dev.mailbrake.sandbox.slack.webapi.SlackCall;
import dev.mailbrake.sandbox.slack.webapi.SlackFault;
import dev.mailbrake.sandbox.zoho.ZohoAccount;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The modal that a command without arguments opens. */
@Tag("sqlite")
class FormTest {
  private static final String PERSON = "person";
  private static final String ADDRESS = "address";
  private static final String DURATION = "duration";
  private static final String REASON = "reason";
  private static final String SLOW = "INC-[0-9]+|(.*\\u2615){12}z";
  private static final String HOSTILE = "\u2615".repeat(500);

  @Test
  void opensAtOnceWithoutAnyLookUpBefore() {
    try (Workplace work = Workplace.open()) {
      int before = work.slack.calls().size();
      work.ada.types("/mail-block");
      ShownModal block = work.ada.form();

      assertThat(block.labels())
          .containsExactly("Whose mailbox", "Or its address", "For how long", "Reason");
      assertThat(block.view().plainText()).contains("Block outgoing mail");
      assertThat(work.slack.calls().stream().skip(before).map(SlackCall::method))
          .containsExactly("views.open");
      assertThat(work.zoho.requests()).isEmpty();
      assertThat(work.record().events()).isEmpty();
      block.cancels();

      work.ada.types("/mail-unblock");
      assertThat(work.ada.form().labels())
          .containsExactly("Whose mailbox", "Or its address", "Reason");
    }
  }

  @Test
  void blocksTheMailboxOfThePickedPerson() {
    try (Workplace work = Workplace.open()) {
      work.zoho.add(
          ZohoAccount.member(
              9007199254741301L, "2560636000000008301", "nils@zylker.com", "Nils", "Lindqvist"));
      ShownModal form = opens(work, "/mail-block");
      form.picks(PERSON, work.nils.id()).fills(DURATION, "4h").fills(REASON, "sends phishing");
      form.submits();

      SlackMessage card =
          work.card("Block outgoing mail?", "nils@zylker.com", "For 4h", "Reason: sends phishing");
      assertThat(form.isOpen()).isFalse();
      work.ada.presses(Workplace.BLOCK, card);
      work.card("Blocked, verified", "until");
      assertThat(work.record().details("ASKED")).containsExactly("for 4h");
    }
  }

  @Test
  void blocksTheMailboxOfAnAlias() {
    try (Workplace work = Workplace.open()) {
      opens(work, "/mail-block").fills(ADDRESS, " " + SALES + " ").submits();

      work.card("Block outgoing mail?", REBECCA, "asked for as " + SALES);
    }
  }

  @Test
  void requestsAnUnblock() {
    try (Workplace work = Workplace.open()) {
      opens(work, "/mail-unblock").fills(ADDRESS, BLOCKED).fills(REASON, "all clear").submits();

      work.ada.presses(Workplace.UNBLOCK, work.card("Allow outgoing mail?", BLOCKED, "all clear"));
      work.card("Allowed, verified");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "rebecca@zylker, '', address, I don't recognize",
    "a@zylker.com b@zylker.com, '', address, I don't recognize",
    "'', '', 'address', 'Pick a person, or type an email address'",
    "rebecca@zylker.com, soon, duration, is not a duration",
    "rebecca@zylker.com, 4m, duration, out of range",
    "rebecca@zylker.com, 99w, duration, out of range",
  })
  void showsAFieldsErrorBelowIt(String address, String time, String field, String why) {
    try (Workplace work = Workplace.open()) {
      ShownModal form = opens(work, "/mail-block").fills(ADDRESS, address).fills(DURATION, time);
      form.submits();

      assertThat(form.errors()).containsOnlyKeys(field);
      assertThat(form.errors().get(field)).contains(why);
      assertThat(work.record().events()).isEmpty();
    }
  }

  @Test
  void showsAllErrorsAtOnceAndAcceptsTheCorrectedInput() {
    try (Workplace work = Workplace.open(Map.of("MAILBRAKE_REASON_PATTERN", "INC-[0-9]+"))) {
      ShownModal form = opens(work, "/mail-block").picks(PERSON, GUSTAV).fills(ADDRESS, REBECCA);
      form.fills(DURATION, "4 ours").fills(REASON, "because").submits();

      assertThat(form.errors()).containsOnlyKeys(ADDRESS, DURATION, REASON);
      assertThat(form.errors().get(ADDRESS)).contains("Use only one");
      assertThat(form.errors().get(REASON)).contains("INC-[0-9]+", "for example");
      assertThat(form.trouble()).isEmpty();

      form.fills(ADDRESS, "").fills(DURATION, "").fills(REASON, "INC-7").submits();
      work.ada.reads("There's no mailbox");
    }
  }

  @Test
  void refusesNonApproversPrivately() {
    try (Workplace work = Workplace.open()) {
      work.nils.types("/mail-block");
      work.nils.form().fills(ADDRESS, REBECCA).fills(REASON, "revenge").submits();

      work.nils.reads("You are not an approver");
      assertThat(work.cards()).isEmpty();
      assertThat(work.zoho.requests()).isEmpty();
      assertThat(work.record().details("REFUSED")).containsExactly("not-an-approver");
    }
  }

  /** The check at startup looks for slow patterns, and cannot find all of them. */
  @Test
  @Timeout(60)
  void doesNotHangOnAReasonThatThePatternWouldMatchForYears() {
    try (Workplace work = Workplace.open(Map.of("MAILBRAKE_REASON_PATTERN", SLOW))) {
      Colleague gustav = new Colleague(work, GUSTAV);
      gustav.types("/mail-block");
      gustav.form().fills(ADDRESS, REBECCA).fills(REASON, HOSTILE).submits();
      gustav.reads("you are a guest");

      ShownModal form = opens(work, "/mail-block").fills(ADDRESS, REBECCA);
      form.fills(REASON, HOSTILE).submits();
      assertThat(work.slack.modal(work.ada.id())).as("taken, not refused").isEmpty();
      work.ada.reads("It takes too long to see whether the reason has the form");
      work.grace.types("/mail-block rebecca@zylker.com " + HOSTILE);
      work.grace.reads("It takes too long");

      assertThat(work.cards()).isEmpty();
      assertThat(work.zoho.requests()).isEmpty();
      assertThat(work.record().details("REFUSED"))
          .containsExactly("not-a-full-member", "reason", "reason");
      work.ada.types("/mail-block rebecca@zylker.com INC-1 phishing");
      work.card("Block outgoing mail?", REBECCA);
    }
  }

  @Test
  void saysPrivatelyThatThereIsNoSuchMailbox() {
    try (Workplace work = Workplace.open()) {
      opens(work, "/mail-block").fills(ADDRESS, "nobody@zylker.com").submits();

      work.ada.reads("There's no mailbox nobody@zylker.com");
      assertThat(work.cards()).isEmpty();
    }
  }

  /** The bot cannot post there: the modal carries the command's response URL. */
  @Test
  void worksWhereTheBotIsNotInTheChannel() {
    try (Workplace work = Workplace.open()) {
      work.ada.types("/mail-block", RANDOM);
      work.ada.form().fills(ADDRESS, REBECCA).submits();

      SlackMessage card =
          work.slack.awaitMessage(RANDOM, it -> it.plainText().contains("Block outgoing mail?"));
      assertThat(card.byResponseUrl()).isTrue();
      work.ada.presses(Workplace.BLOCK, card);
      work.slack.awaitMessage(RANDOM, it -> it.plainText().contains("Blocked, verified"));
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = SlackFault.class,
      names = {"DOWN", "RATE_LIMITED", "INTERNAL_ERROR", "RESET"})
  void suggestsTypingTheCommandIfSlackOpensNoModal(SlackFault fault) {
    try (Workplace work = Workplace.open()) {
      work.slack.faults().begin(fault.always().on("views.open"));
      work.ada.types("/mail-block");

      work.ada.reads("The form could not be opened", "/mail-block");
      assertThat(work.slack.modal(ADA)).isEmpty();
    }
  }

  @Test
  void suggestsTypingTheCommandIfItIsTooLateForAModal() {
    try (Workplace work = Workplace.open()) {
      work.slack.beforeCall(
          method -> {
            if (method.equals("views.open")) {
              work.clock.passes(Duration.ofSeconds(4));
            }
            return true;
          });
      work.ada.types("/mail-unblock");

      work.ada.reads("The form could not be opened", "/mail-unblock");
    }
  }

  @Test
  void makesOneRequestWhenTheModalIsSubmittedTwice() {
    try (Workplace work = Workplace.open()) {
      opens(work, "/mail-block").fills(ADDRESS, REBECCA).submits();
      work.card("Block outgoing mail?", REBECCA);
      work.slack.redeliver();
      work.restarts(); // The bot ends only after finishing what it accepted.

      assertThat(work.record().events()).containsExactly("ASKED");
      assertThat(work.cards()).hasSize(1);
      assertThat(work.ada.privateMessages()).isEmpty();
    }
  }

  /** A trigger opens one modal; the second time Slack refuses, though nothing is wrong. */
  @Test
  void staysSilentWhenTheCommandComesTwice() {
    try (Workplace work = Workplace.open()) {
      ShownModal form = opens(work, "/mail-block");
      work.slack.redeliver();
      work.restarts();
      work.passes(Duration.ZERO);

      assertThat(form.isOpen()).isTrue();
      assertThat(work.ada.privateMessages()).isEmpty();
    }
  }

  @Test
  void showsTypedTextLiterally() {
    String reason = "<!channel> <http://evil.example|bank> *b* &lt; <@" + ADA + ">";
    try (Workplace work = Workplace.open()) {
      opens(work, "/mail-block").fills(ADDRESS, REBECCA).fills(REASON, reason).submits();

      SlackMessage card = work.card("Block outgoing mail?", "Reason: " + reason);
      List<String> markup =
          card.blocks().findParents("text").stream()
              .filter(text -> text.path("type").asText().equals("mrkdwn"))
              .map(text -> text.path("text").asText())
              .toList();
      assertThat(markup).isNotEmpty().noneMatch(text -> text.contains("evil"));
      assertThat(card.fallback()).doesNotContain("evil");
    }
  }

  private static ShownModal opens(Workplace work, String command) {
    work.ada.types(command);
    return work.ada.form();
  }
}
