package dev.mailbrake.story;

import static dev.mailbrake.sandbox.slack.people.SampleWorkspace.ADA;
import static dev.mailbrake.sandbox.slack.people.SampleWorkspace.GRACE;
import static dev.mailbrake.sandbox.zoho.SampleOrganization.BLOCKED;
import static dev.mailbrake.sandbox.zoho.SampleOrganization.PAULA;
import static dev.mailbrake.sandbox.zoho.SampleOrganization.REBECCA;
import static dev.mailbrake.sandbox.zoho.SampleOrganization.SALES;
import static dev.mailbrake.sandbox.zoho.SampleOrganization.TARIQ;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mailbrake.sandbox.slack.messages.SlackButton;
import dev.mailbrake.sandbox.slack.messages.SlackMessage;
import dev.mailbrake.sandbox.slack.people.SampleWorkspace;
import dev.mailbrake.sandbox.slack.webapi.SlackFault;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("sqlite")
class StatusTest {
  private static final String NOTHING =
      "Mailbrake keeps nothing blocked, and nothing waits for a confirmation.";

  @Test
  void saysThatNothingIsBlockedOrWaiting() {
    try (Workplace work = Workplace.open()) {
      work.ada.types("/mail-status");

      work.ada.reads(NOTHING);
      assertThat(work.zoho.requests()).as("only what Mailbrake itself did").isEmpty();
    }
  }

  @Test
  void listsBlocksWithWhoWhySinceAndUntilWhen() {
    try (Workplace work = Workplace.open()) {
      work.ada.types("/mail-block " + REBECCA + " for 4h sends <phishing>");
      work.grace.presses(Workplace.BLOCK, work.card("Block outgoing mail?", REBECCA));
      work.card("Blocked, verified");
      work.grace.types("/mail-status");

      work.grace.reads(
          "Kept blocked by Mailbrake",
          REBECCA + " – Rebecca Anderson",
          "Reason: sends <phishing>",
          "blocked by <@" + GRACE + "> since <!date^1795424400",
          "until <!date^1795438800");
      work.ada.types("/mail-unblock " + REBECCA);
      work.ada.presses(Workplace.UNBLOCK, work.card("Allow outgoing mail?"));
      work.card("Allowed, verified");
      work.ada.types("/mail-status");
      work.ada.reads(NOTHING);
    }
  }

  @Test
  void namesBothApproversOfABlock() {
    try (Workplace work = Workplace.open(Map.of("MAILBRAKE_BLOCK_APPROVALS", "2"))) {
      SlackMessage card = work.ada.asksToBlock(REBECCA);
      work.ada.presses(Workplace.BLOCK, card);
      work.card("first confirmed by");
      work.grace.presses(Workplace.BLOCK, card);
      work.card("Blocked, verified");
      work.ada.types("/mail-status");

      work.ada.reads("blocked by <@" + ADA + "> and <@" + GRACE + ">", "until somebody allows it");
    }
  }

  @Test
  void listsWaitingRequestsOldestFirstAfterTheBlocks() {
    try (Workplace work = Workplace.open()) {
      for (String address : new String[] {TARIQ, PAULA, REBECCA}) {
        work.ada.asksToBlock(address);
        work.passes(Duration.ofSeconds(1));
      }
      work.ada.presses(Workplace.BLOCK, work.card("Block outgoing mail?", REBECCA));
      work.card("Blocked, verified");
      work.ada.types("/mail-status");

      SlackMessage list = work.ada.reads("Waiting for a confirmation");
      assertThat(list.plainText())
          .containsSubsequence("Kept blocked", REBECCA, "Waiting", TARIQ, PAULA)
          .contains(
              "block outgoing mail, asked by <@" + ADA + ">",
              "in <#" + Workplace.CHANNEL + ">",
              "until <!date^1795425000");
    }
  }

  @Test
  void turnsPagesInPlace() {
    try (Workplace work = Workplace.open()) {
      Crowd.waits(work, 17);
      work.ada.types("/mail-status");

      SlackMessage first = work.ada.reads("Page 1 of 2");
      assertThat(first.buttons()).extracting(SlackButton::label).containsExactly("Next page");
      assertThat(first.plainText()).doesNotContain(Crowd.address(16));
      work.ada.presses("Next page", first);
      SlackMessage second = work.ada.reads("Page 2 of 2", Crowd.address(15), Crowd.address(16));
      assertThat(second.ts()).isEqualTo(first.ts());
      assertThat(second.plainText()).doesNotContain(Crowd.address(14));
      assertThat(second.buttons()).extracting(SlackButton::label).containsExactly("Previous page");
      work.ada.presses("Previous page", second);
      work.ada.reads("Page 1 of 2");
      assertThat(work.ada.privateMessages())
          .filteredOn(message -> message.plainText().contains("Page"))
          .hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"999999", "0", "-1", "99999999999999999999", "<!channel>"})
  void answersAForgedPageWithARealOne(String page) {
    try (Workplace work = Workplace.open()) {
      work.ada.types("/mail-status");
      SlackMessage list = work.ada.reads(NOTHING);
      work.ada.asksToBlock(REBECCA);
      work.slack.as(ADA).clicksRaw(list.channel(), list.ts(), "show-page-2", page);

      work.ada.reads("Waiting for a confirmation", REBECCA);
    }
  }

  /** In place of a card everybody would read it, and the card would be gone. */
  @Test
  void turnsNoPageInAMessageThatEverybodySees() {
    try (Workplace work = Workplace.open()) {
      SlackMessage card = work.ada.asksToBlock(REBECCA);
      work.slack.as(ADA).clicksRaw(card.channel(), card.ts(), "show-page-1", "1");

      work.ada.reads("This button belongs to no request that Mailbrake knows");
      assertThat(work.cards()).containsExactly(card);
    }
  }

  @Test
  void isForApproversOnly() {
    try (Workplace work = Workplace.open()) {
      SlackMessage card = work.ada.asksToBlock(REBECCA);
      work.nils.types("/mail-status");
      SlackMessage refusal = work.nils.reads("You are not an approver");
      work.slack.as(work.nils.id()).clicksRaw(card.channel(), refusal.ts(), "show-page-1", "1");
      work.slack.await(
          () -> work.nils.privateMessages().stream().skip(1).findFirst(), Workplace.PATIENCE);

      assertThat(work.nils.privateMessages())
          .noneMatch(message -> message.plainText().contains(REBECCA));
      assertThat(work.record().details("REFUSED"))
          .containsExactly("not-an-approver", "not-an-approver");
      Colleague guest = new Colleague(work, SampleWorkspace.GUSTAV);
      guest.types("/mail-status");
      guest.reads("you are a guest");
    }
  }

  @Test
  void arrivesLaterIfSlackIsDown() {
    try (Workplace work = Workplace.open()) {
      work.ada.asksToBlock(REBECCA);
      work.slack.faults().begin(SlackFault.RESPONSE_URL_DOWN);
      work.ada.types("/mail-status");
      work.slack.await(
          () ->
              work.slack.calls().stream()
                  .filter(call -> call.method().equals("response_url") && !call.ok())
                  .findFirst(),
          Workplace.PATIENCE);
      work.slack.faults().endAll();
      work.passes(Duration.ofSeconds(5));

      work.ada.reads("Waiting for a confirmation", REBECCA);
    }
  }

  @Test
  void showsZohosCurrentStatusAndMailbrakesLastChange() {
    try (Workplace work = Workplace.open()) {
      work.ada.presses(Workplace.BLOCK, work.ada.asksToBlock(REBECCA));
      work.card("Blocked, verified");
      work.zoho.setOutgoingBlocked(REBECCA, false);
      work.grace.types("/mail-status " + SALES + " " + BLOCKED + " nobody@zylker.com " + REBECCA);

      SlackMessage status = work.grace.reads("outgoing mail is allowed.");
      assertThat(status.plainText().lines())
          .hasSize(4)
          .anyMatch(
              line ->
                  line.contains("(asked for as " + SALES + "): outgoing mail is allowed.")
                      && line.contains(
                          "Last change by Mailbrake: blocked since 2026-11-23 09:00 UTC, confirmed"
                              + " by Ada Lovelace: sends phishing."))
          .anyMatch(line -> line.endsWith("Horvat: outgoing mail is blocked."))
          .anyMatch(line -> line.startsWith("There's no mailbox nobody@zylker.com"));
    }
  }
}
