package dev.mailbrake.story;

import static dev.mailbrake.sandbox.slack.people.SampleWorkspace.ADA;
import static dev.mailbrake.sandbox.slack.people.SampleWorkspace.GRACE;
import static dev.mailbrake.sandbox.slack.people.SampleWorkspace.NILS;
import static dev.mailbrake.sandbox.slack.people.SampleWorkspace.ON_CALL;
import static dev.mailbrake.sandbox.zoho.SampleOrganization.REBECCA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mailbrake.sandbox.slack.messages.SlackMessage;
import dev.mailbrake.sandbox.slack.people.SlackUser;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Changes that two people must approve. */
class SecondApproverTest {
  private static final Map<String, String> TWO = Map.of("MAILBRAKE_BLOCK_APPROVALS", "2");
  private static final Map<String, String> THREE_APPROVERS =
      Map.of(
          "MAILBRAKE_BLOCK_APPROVALS",
          "2",
          "MAILBRAKE_APPROVERS",
          String.join(",", ADA, GRACE, NILS));

  @Test
  void blocksAProtectedMailboxAfterTwoApprovals() {
    try (Workplace work = Workplace.open(Map.of("MAILBRAKE_PROTECTED", "sales@zylker.com"))) {
      SlackMessage card = work.ada.asksToBlock(REBECCA);
      assertThat(work.card("Two approvers must confirm").plainText()).contains("sales@zylker.com");

      work.ada.presses(Workplace.BLOCK, card);
      work.ada.reads("Another approver has to confirm");
      work.card("Block outgoing mail?", "first confirmed by");
      assertThat(work.isBlocked(REBECCA)).isFalse();

      work.ada.presses(Workplace.BLOCK, card);
      work.ada.reads("somebody other than you");
      work.grace.presses(Workplace.BLOCK, card);

      work.card("Blocked, verified", "first confirmed by");
      assertThat(work.isBlocked(REBECCA)).isTrue();
      assertThat(work.record().events())
          .containsExactly(
              "ASKED", "FIRST_CONFIRMED", "REFUSED_CLICK", "CONFIRMED", "ATTEMPTED", "OUTCOME");
      assertThat(work.record().details("REFUSED_CLICK")).containsExactly("same-person");
    }
  }

  @Test
  void acceptsTheTwoInEitherOrder() {
    try (Workplace work = Workplace.open(TWO)) {
      SlackMessage card = work.ada.asksToBlock(REBECCA);
      work.grace.presses(Workplace.BLOCK, card);
      work.card("Block outgoing mail?", "first confirmed by <@" + GRACE + ">");
      work.ada.presses(Workplace.BLOCK, card);

      work.card("Blocked, verified", "confirmed by <@" + ADA + ">");
      assertThat(work.record().details("FIRST_CONFIRMED"))
          .containsExactly(
              "Blocking outgoing mail needs two approvers (setting MAILBRAKE_BLOCK_APPROVALS).");
      assertThat(work.record().details("CONFIRMED"))
          .containsExactly("first confirmed by Grace Hopper (" + GRACE + ")");
    }
  }

  /** Only a mention in a new message notifies them; at most ten are named. */
  @Test
  void mentionsPossibleApproversOnTheCardAndInItsAnnouncement() {
    try (Workplace work = Workplace.open(TWO)) {
      SlackMessage card = work.ada.asksToBlock(REBECCA);
      String nobodyYet = "these may: <@" + ADA + ">, <!subteam^" + ON_CALL + ">";
      assertThat(card.earlier().get(0).plainText()).contains(nobodyYet);
      assertThat(card.plainText()).contains("Nobody has confirmed yet; " + nobodyYet);

      work.ada.presses(Workplace.BLOCK, card);

      work.card("<@" + ADA + "> has confirmed; one more is needed, of <!subteam^" + ON_CALL + ">");
    }
  }

  @Test
  void letsExactlyOneOfTwoSimultaneousSecondApprovalsWin() {
    try (Workplace work = Workplace.open(THREE_APPROVERS)) {
      SlackMessage card = work.ada.asksToBlock(REBECCA);
      work.ada.presses(Workplace.BLOCK, card);
      work.card("first confirmed by <@" + ADA + ">");

      Workplace.together(
          () -> work.grace.presses(Workplace.BLOCK, card),
          () -> work.nils.presses(Workplace.BLOCK, card));

      work.card("Blocked, verified", "first confirmed by <@" + ADA + ">");
      work.slack.await(
          () ->
              List.of(work.grace, work.nils).stream()
                  .flatMap(one -> one.privateMessages().stream())
                  .filter(message -> message.plainText().contains("was first"))
                  .findFirst(),
          Workplace.PATIENCE);
      assertThat(work.zoho.writes()).hasSize(1);
      assertThat(work.record().details("REFUSED_CLICK")).containsExactly("already-decided");
    }
  }

  /** Somebody who meant to be the first doesn't know that they would be the second. */
  @Test
  void asksAnOvertakenFirstApproverToPressAgain() throws Exception {
    try (Workplace work = Workplace.open(TWO)) {
      SlackMessage card = work.ada.asksToBlock(REBECCA);
      CountDownLatch checked = new CountDownLatch(1);
      CountDownLatch overtaken = new CountDownLatch(1);
      AtomicInteger looks = new AtomicInteger();
      work.slack.beforeCall(
          method -> {
            if (method.equals("users.info") && looks.incrementAndGet() == 1) {
              checked.countDown();
              awaits(overtaken);
            }
            return true;
          });
      work.grace.presses(Workplace.BLOCK, card);
      checked.await();
      work.ada.presses(Workplace.BLOCK, card);
      work.card("first confirmed by <@" + ADA + ">");
      overtaken.countDown();

      work.grace.reads("Ada Lovelace has just confirmed this", "press again if you agree");
      assertThat(work.zoho.writes()).isEmpty();
      work.grace.presses(Workplace.BLOCK, card);
      work.card("Blocked, verified");
      assertThat(work.record().details("REFUSED_CLICK")).containsExactly("first-just-confirmed");
    }
  }

  private static void awaits(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void checksTheSecondAsThoroughlyAsTheFirst() {
    try (Workplace work = Workplace.open(TWO)) {
      SlackMessage card = work.ada.asksToBlock(REBECCA);
      work.ada.presses(Workplace.BLOCK, card);
      work.card("first confirmed by <@" + ADA + ">");

      work.nils.presses(Workplace.BLOCK, card);
      work.nils.reads("You are not an approver");
      SlackUser grace = work.slack.workspace().user(GRACE);
      work.slack.workspace().put(grace.with(SlackUser.Trait.RESTRICTED));
      work.grace.presses(Workplace.BLOCK, card);
      work.grace.reads("you are a guest");

      assertThat(work.record().details("REFUSED_CLICK"))
          .containsExactly("not-an-approver", "not-a-full-member");
      assertThat(work.record().states()).containsExactly("WAITING");
    }
  }

  @Test
  void canBeCancelledAfterOneApproval() {
    try (Workplace work = Workplace.open(TWO)) {
      SlackMessage card = work.ada.asksToBlock(REBECCA);
      work.ada.presses(Workplace.BLOCK, card);
      work.card("first confirmed by");
      work.grace.presses(Workplace.CANCEL, card);

      SlackMessage done =
          work.card("Cancelled, nothing changed", "first confirmed by <@" + ADA + ">");
      assertThat(done.plainText()).contains("cancelled by <@" + GRACE + ">");
      assertThat(done.buttons()).isEmpty();
      assertThat(work.record().events()).containsExactly("ASKED", "FIRST_CONFIRMED", "CANCELLED");
    }
  }

  @Test
  void expiresAfterOneApproval() {
    try (Workplace work = Workplace.open(TWO)) {
      SlackMessage card = work.ada.asksToBlock(REBECCA);
      work.ada.presses(Workplace.BLOCK, card);
      work.card("first confirmed by");
      work.passes(Duration.ofMinutes(10));
      work.grace.presses(Workplace.BLOCK, card);

      work.grace.reads("This request has expired, so nothing was done");
      work.card("Expired, nothing changed", "first confirmed by");
      assertThat(work.zoho.writes()).isEmpty();
      assertThat(work.record().events()).doesNotContain("CONFIRMED");
    }
  }

  @Test
  void countsAClickOnceWhenItComesTwice() {
    try (Workplace work = Workplace.open(TWO)) {
      SlackMessage card = work.ada.asksToBlock(REBECCA);
      work.ada.presses(Workplace.BLOCK, card);
      work.card("first confirmed by");
      work.slack.redeliver();
      work.restarts(); // The bot ends only after finishing what it accepted.

      assertThat(work.record().events()).containsExactly("ASKED", "FIRST_CONFIRMED");
      assertThat(work.isBlocked(REBECCA)).isFalse();

      work.grace.presses(Workplace.BLOCK, card); // The first approval survived the restart.
      work.card("Blocked, verified", "first confirmed by <@" + ADA + ">");
    }
  }
}
