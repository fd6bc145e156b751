package dev.mailbrake.story;

import static dev.mailbrake.sandbox.zoho.SampleOrganization.PAULA;
import static dev.mailbrake.sandbox.zoho.SampleOrganization.REBECCA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mailbrake.sandbox.slack.messages.SlackMessage;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DecidingTest {

  @Test
  void cancelsARequestAndKeepsItsFactsOnTheCard() {
    try (Workplace work = Workplace.open()) {
      SlackMessage card = work.ada.asksToBlock(REBECCA);
      work.grace.presses(Workplace.CANCEL, card);

      SlackMessage done = work.card("Cancelled, nothing changed", REBECCA, "sends phishing");
      assertThat(done.buttons()).isEmpty();
      assertThat(work.zoho.writes()).isEmpty();
      assertThat(work.record().events()).containsExactly("ASKED", "CANCELLED");
    }
  }

  @Test
  void pointsToTheWaitingCardInsteadOfMakingAnother() {
    try (Workplace work = Workplace.open()) {
      SlackMessage card = work.ada.asksToBlock(REBECCA);

      work.grace.types("/mail-block rebecca@zylker.com me too");

      SlackMessage pointer =
          work.grace.reads("already waiting for confirmation, asked for by Ada Lovelace");
      assertThat(pointer.blocks().toString())
          .contains("/archives/" + card.channel() + "/p" + card.ts().replace(".", ""));
      assertThat(work.cards()).hasSize(1);
      assertThat(work.record().states()).containsExactly("WAITING");
    }
  }

  @Test
  void makesANewRequestIfTheEarlierOneIsOverdue() {
    try (Workplace work = Workplace.open()) {
      work.ada.asksToBlock(REBECCA);
      work.passes(Duration.ofMinutes(11));

      work.grace.types("/mail-block rebecca@zylker.com still phishing");

      work.card("Block outgoing mail?", "still phishing");
      work.card("Expired, nothing changed", "sends phishing");
    }
  }

  @Test
  void editsTheCardOfAnExpiredRequestWithoutAClick() {
    try (Workplace work = Workplace.open()) {
      SlackMessage card = work.ada.asksToBlock(REBECCA);
      work.passes(Duration.ofMinutes(10));

      SlackMessage expired = work.card("Expired, nothing changed", REBECCA, "sends phishing");
      assertThat(expired.ts()).isEqualTo(card.ts());
      assertThat(Workplace.decisions(expired)).isEmpty();
      assertThat(work.record().events()).containsExactly("ASKED", "EXPIRED");
    }
  }

  @Test
  void refusesAClickAfterTheDeadlineBeforeTheExpiryJobRuns() {
    try (Workplace work = Workplace.open()) {
      SlackMessage card = work.ada.asksToBlock(REBECCA);
      work.passes(Duration.ofMinutes(10));
      work.ada.presses(Workplace.BLOCK, card);

      work.ada.reads("This request has expired, so nothing was done");
      assertThat(work.zoho.writes()).isEmpty();
      assertThat(work.record().events()).contains("REFUSED_CLICK").doesNotContain("CONFIRMED");
    }
  }

  @Test
  void tellsTheSecondPersonWhoWasFirst() {
    try (Workplace work = Workplace.open()) {
      SlackMessage card = work.ada.asksToBlock(REBECCA);
      work.ada.presses(Workplace.BLOCK, card);
      work.card("Blocked, verified");

      work.grace.presses(Workplace.CANCEL, card);

      work.grace.reads("Ada Lovelace was first", "already confirmed");
      assertThat(work.record().details("REFUSED_CLICK")).containsExactly("already-decided");
      assertThat(work.isBlocked(REBECCA)).isTrue();
    }
  }

  @Test
  void letsExactlyOneOfTwoSimultaneousClicksWin() throws Exception {
    try (Workplace work = Workplace.open()) {
      SlackMessage card = work.ada.asksToBlock(REBECCA);
      CyclicBarrier together = new CyclicBarrier(2);
      List<Thread> both =
          Stream.of(work.ada, work.grace)
              .map(
                  one ->
                      new Thread(
                          () -> {
                            meet(together);
                            one.presses(Workplace.BLOCK, card);
                          }))
              .toList();
      both.forEach(Thread::start);
      for (Thread one : both) {
        one.join();
      }
      work.card("Blocked, verified");
      work.slack.await(
          () ->
              Stream.of(work.ada, work.grace)
                  .flatMap(one -> one.privateMessages().stream())
                  .filter(message -> message.plainText().contains("was first"))
                  .findFirst(),
          Workplace.PATIENCE);

      assertThat(work.zoho.writes()).hasSize(1);
      assertThat(work.record().events())
          .containsOnlyOnce("CONFIRMED")
          .containsOnlyOnce("REFUSED_CLICK");
    }
  }

  @Test
  void actsOnceHoweverOftenSomebodyPresses() {
    try (Workplace work = Workplace.open()) {
      SlackMessage card = work.ada.asksToBlock(REBECCA);
      IntStream.range(0, 8).forEach(i -> work.ada.presses(Workplace.BLOCK, card));

      work.card("Blocked, verified");
      work.slack.await(
          () ->
              work.ada.privateMessages().stream()
                  .filter(message -> message.plainText().contains("was first"))
                  .skip(6)
                  .findFirst(),
          Workplace.PATIENCE);
      assertThat(work.zoho.writes()).hasSize(1);
      assertThat(work.record().details("REFUSED_CLICK")).hasSize(7);
    }
  }

  @Test
  void answersAButtonOfAnUnknownRequest() {
    try (Workplace work = Workplace.open()) {
      SlackMessage card = work.ada.asksToBlock(REBECCA);
      work.slack
          .as(work.ada.id())
          .clicksRaw(
              card.channel(), card.ts(), "confirm-change", "00000000-0000-0000-0000-000000000000");

      work.ada.reads("This button belongs to no request that Mailbrake knows");
      assertThat(work.record().details("REFUSED_CLICK")).containsExactly("unknown-request");
      assertThat(work.record().states()).containsExactly("WAITING");
    }
  }

  @Test
  void answersAnActionThatNoCardHas() {
    try (Workplace work = Workplace.open()) {
      SlackMessage card = work.ada.asksToBlock(REBECCA);
      String id = card.button(Workplace.BLOCK).value();
      work.slack.as(work.ada.id()).clicksRaw(card.channel(), card.ts(), "delete-everything", id);

      work.ada.reads("This button belongs to no request that Mailbrake knows");
      assertThat(work.record().states()).containsExactly("WAITING");
    }
  }

  @Test
  void ignoresTheIdOfARequestOnTheCardOfAnother() {
    try (Workplace work = Workplace.open()) {
      SlackMessage rebeccas = work.ada.asksToBlock(REBECCA);
      SlackMessage paulas = work.ada.asksToBlock(PAULA);
      String id = paulas.button(Workplace.BLOCK).value();

      // Paula's id, sent as if from Rebecca's card.
      work.slack
          .as(work.ada.id())
          .clicksRaw(rebeccas.channel(), rebeccas.ts(), "confirm-change", id);

      work.ada.reads("isn't on the request's own card");
      assertThat(work.record().states()).containsExactly("WAITING", "WAITING");
    }
  }

  private static void meet(CyclicBarrier together) {
    try {
      together.await();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
