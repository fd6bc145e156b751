package dev.mailbrake.story;

import static dev.mailbrake.sandbox.zoho.SampleOrganization.REBECCA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mailbrake.sandbox.slack.messages.SlackButton;
import dev.mailbrake.sandbox.slack.messages.SlackMessage;
import dev.mailbrake.sandbox.zoho.ZohoFault;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Somebody presses the button that requests a change again which was not made, or was undone. */
@Tag("sqlite")
class AskAgainTest {
  private static final String TRY_AGAIN = "Try again";
  private static final String ASK_AGAIN = "Ask again";
  private static final String BLOCK_AGAIN = "Block again";

  @Test
  void requestsAFailedBlockAgain() {
    try (Workplace work = Workplace.open()) {
      work.ada.types("/mail-block " + REBECCA + " for 4h sends phishing");
      SlackMessage card = confirmed(work, ZohoFault.REFUSED_WRITES);
      SlackMessage failed = work.card("[" + TRY_AGAIN + "]");
      work.zoho.clearFaults();
      work.grace.presses(TRY_AGAIN, failed);

      SlackMessage next = second(work, card);
      assertThat(next.plainText()).contains(REBECCA, "sends phishing", "<@" + work.grace.id());
      work.ada.presses(Workplace.BLOCK, next);
      work.slack.await(() -> work.record().details("TIMER_SET").stream().findFirst(), PATIENCE);
      assertThat(work.isBlocked(REBECCA)).isTrue();
    }
  }

  private static final Duration PATIENCE = Workplace.PATIENCE;

  private static SlackMessage confirmed(Workplace work, ZohoFault fault) {
    SlackMessage card = work.card(REBECCA, "[" + Workplace.BLOCK + "]");
    work.zoho.inject(fault);
    work.ada.presses(Workplace.BLOCK, card);
    return card;
  }

  private static SlackMessage second(Workplace work, SlackMessage first) {
    return work.card(
        it -> !it.ts().equals(first.ts()) && it.plainText().contains("[" + Workplace.BLOCK + "]"));
  }

  @Test
  void requestsAnExpiredBlockAgainFromItsCard() {
    try (Workplace work = Workplace.open()) {
      SlackMessage card = work.ada.asksToBlock(REBECCA);
      work.passes(Duration.ofMinutes(10));
      work.ada.presses(ASK_AGAIN, work.card("[" + ASK_AGAIN + "]"));

      assertThat(second(work, card).plainText()).contains(REBECCA);
    }
  }

  @Test
  void requestsABlockAgainThatWasUndoneOutsideMailbrake() {
    try (Workplace work = Workplace.open()) {
      SlackMessage card = work.ada.asksToBlock(REBECCA);
      work.ada.presses(Workplace.BLOCK, card);
      work.slack.await(() -> work.record().details("OUTCOME").stream().findFirst(), PATIENCE);
      work.zoho.setOutgoingBlocked(REBECCA, false);
      work.passes(Duration.ofMinutes(61));
      work.passes(Duration.ofMinutes(1));
      work.ada.presses(BLOCK_AGAIN, work.card("[" + BLOCK_AGAIN + "]"));

      work.ada.presses(Workplace.BLOCK, second(work, card));
      work.slack.await(
          () -> work.record().details("OUTCOME").stream().skip(1).findFirst(), PATIENCE);
      assertThat(work.isBlocked(REBECCA)).isTrue();
    }
  }

  @Test
  void checksWhoeverPresses() {
    try (Workplace work = Workplace.open()) {
      work.ada.asksToBlock(REBECCA);
      work.passes(Duration.ofMinutes(10));
      work.nils.presses(ASK_AGAIN, work.card("[" + ASK_AGAIN + "]"));

      work.nils.reads("approver");
      assertThat(work.record().states()).containsExactly("EXPIRED");
    }
  }

  @Test
  void makesOneRequestHoweverOftenItIsPressed() {
    try (Workplace work = Workplace.open()) {
      SlackMessage card = work.ada.asksToBlock(REBECCA);
      work.passes(Duration.ofMinutes(10));
      SlackMessage expired = work.card("[" + ASK_AGAIN + "]");
      work.ada.presses(ASK_AGAIN, expired);
      second(work, card);
      work.grace.presses(ASK_AGAIN, expired);

      work.grace.reads("already");
      assertThat(work.record().states()).containsExactly("EXPIRED", "WAITING");
    }
  }

  @Test
  void refusesTheButtonForARequestThatStillWaitsAndElsewhereThanOnItsCard() {
    try (Workplace work = Workplace.open(Map.of())) {
      SlackMessage card = work.ada.asksToBlock(REBECCA);
      String id = card.button(Workplace.BLOCK).value();
      SlackButton forged = new SlackButton("Lunch", "ask-again", "", id, "");
      work.ada.presses(forged, work.slack.thief().posts(Workplace.CHANNEL, forged));

      work.ada.reads("nothing was done");
      assertThat(work.record().details("REFUSED_CLICK")).containsExactly("unknown-message");
      assertThat(work.record().states()).containsExactly("WAITING");
    }
  }
}
