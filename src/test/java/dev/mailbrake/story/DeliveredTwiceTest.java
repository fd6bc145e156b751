package dev.mailbrake.story;

import static dev.mailbrake.sandbox.zoho.SampleOrganization.REBECCA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mailbrake.sandbox.slack.messages.SlackMessage;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/**
 * Slack may deliver a request twice, and anyone who recorded one may replay it; it acts once. Each
 * delivery is followed by a restart, since the bot ends only after finishing what it accepted.
 */
class DeliveredTwiceTest {

  @Test
  void makesOneRequestWhenTheCommandComesTwice() {
    try (Workplace work = Workplace.open()) {
      work.ada.asksToBlock(REBECCA);
      int requests = work.zoho.requests().size();

      assertThat(work.slack.redeliver().status()).isEqualTo(200);
      work.restarts();

      assertThat(work.cards()).hasSize(1);
      assertThat(work.record().events()).containsExactly("ASKED");
      assertThat(work.ada.privateMessages()).isEmpty();
      assertThat(work.zoho.requests()).as("not even a look-up").hasSize(requests);
    }
  }

  @Test
  void decidesOnceWhenTheClickComesTwice() {
    try (Workplace work = Workplace.open()) {
      work.ada.presses(Workplace.BLOCK, work.ada.asksToBlock(REBECCA));
      work.card("Blocked, verified");

      work.slack.redeliver();
      work.restarts();

      assertThat(work.record().events())
          .containsExactly("ASKED", "CONFIRMED", "ATTEMPTED", "OUTCOME");
      assertThat(work.ada.privateMessages())
          .as("no word of a second click")
          .singleElement()
          .matches(message -> message.plainText().contains("You confirmed"));
      assertThat(work.zoho.writes()).hasSize(1);
    }
  }

  @Test
  void refusesOnceWhenTheCommandComesTwice() {
    try (Workplace work = Workplace.open()) {
      work.nils.types("/mail-block " + REBECCA + " sends phishing");
      work.nils.reads("not an approver");

      work.slack.redeliver();
      work.restarts();

      assertThat(work.record().events()).containsExactly("REFUSED");
    }
  }

  @Test
  void showsTheStatusOnceWhenTheCommandComesTwice() {
    try (Workplace work = Workplace.open()) {
      work.ada.types("/mail-status " + REBECCA);
      work.ada.reads("outgoing mail is allowed");

      work.slack.redeliver();
      work.restarts();

      assertThat(work.ada.privateMessages())
          .filteredOn(message -> message.plainText().contains("outgoing mail is allowed"))
          .hasSize(1);
    }
  }

  /** Long after the mailbox was unblocked, a recorded click must not block it again. */
  @Test
  void doesNotBlockAgainWhenAnOldClickIsReplayed() {
    try (Workplace work = Workplace.open()) {
      work.ada.presses(Workplace.BLOCK, work.ada.asksToBlock(REBECCA));
      work.card("Blocked, verified");
      work.zoho.setOutgoingBlocked(REBECCA, false);

      work.passes(Duration.ofMinutes(4));
      work.slack.redeliver();
      work.restarts();
      work.passes(Duration.ofMinutes(2));

      assertThat(work.isBlocked(REBECCA)).isFalse();
      assertThat(work.zoho.writes()).hasSize(1);
    }
  }

  @Test
  void countsTwoPressesOfOnePersonAsTwo() {
    try (Workplace work = Workplace.open()) {
      SlackMessage card = work.ada.asksToBlock(REBECCA);
      work.ada.presses(Workplace.BLOCK, card);
      work.card("Blocked, verified");

      work.ada.presses(Workplace.BLOCK, card);

      work.ada.reads("already");
      assertThat(work.record().details("REFUSED_CLICK")).containsExactly("already-decided");
    }
  }
}
