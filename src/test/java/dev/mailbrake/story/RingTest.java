package dev.mailbrake.story;

import static dev.mailbrake.sandbox.zoho.SampleOrganization.PAULA;
import static dev.mailbrake.sandbox.zoho.SampleOrganization.REBECCA;
import static dev.mailbrake.sandbox.zoho.SampleOrganization.TARIQ;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.mailbrake.sandbox.slack.FakeSlack;
import dev.mailbrake.sandbox.slack.messages.Notification;
import dev.mailbrake.sandbox.slack.messages.SlackMessage;
import dev.mailbrake.sandbox.slack.people.SampleWorkspace;
import dev.mailbrake.sandbox.slack.webapi.SlackFault;
import dev.mailbrake.sandbox.zoho.ZohoFault;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose phone rings, how often, and what they read. */
@Tag("sqlite")
class RingTest {
  private static final Duration TWO_MINUTES = Duration.ofMinutes(2);

  @Test
  void ringsNobodyForABlockThatGoesWell() {
    try (Workplace work = Workplace.open()) {
      SlackMessage card = work.ada.asksToBlock(REBECCA);
      work.grace.presses(Workplace.BLOCK, card);
      happened(work, "OUTCOME", 1);
      work.passes(Duration.ofMinutes(30));
      work.rests();

      assertThat(work.cards()).hasSize(1);
      assertThat(work.slack.thread(card)).hasSize(1);
      assertThat(calls(work)).isEmpty();
    }
  }

  @Test
  void ringsOnceForAnyNumberOfMailboxesThatZohoRefuses() {
    try (Workplace work = Workplace.open()) {
      SlackMessage card = asksForWave(work);
      work.zoho.inject(ZohoFault.REFUSED_WRITES);
      pressesAll(work, card);
      work.passes(Duration.ofSeconds(10));
      work.rests();
      work.passes(TWO_MINUTES);
      work.rests();

      assertThat(calls(work, work.ada)).singleElement().satisfies(ring -> failed(card, ring));
      assertThat(calls(work)).hasSize(1);
      assertThat(work.slack.thread(card)).hasSize(1);
    }
  }

  private static void failed(SlackMessage card, SlackMessage ring) {
    assertThat(ring.threadTs()).isEqualTo(card.ts());
    assertThat(ring.broadcast()).isTrue();
    assertThat(ring.plainText())
        .contains("<@U0ADA00001>", "• " + REBECCA + " is not blocked: ", "• " + PAULA, "• " + TARIQ)
        .contains("View in the console");
    assertThat(ring.blocks().toString()).contains("https://mailadmin.zoho.com");
  }

  private static SlackMessage asksForWave(Workplace work) {
    work.ada.types("/mail-block " + String.join(" ", REBECCA, PAULA, TARIQ) + " wave");
    SlackMessage card = work.card(REBECCA, PAULA, TARIQ, "[" + Workplace.BLOCK + "]");
    work.rests();
    return card;
  }

  private static void pressesAll(Workplace work, SlackMessage card) {
    card.buttons().stream()
        .filter(it -> it.label().equals(Workplace.BLOCK))
        .forEach(button -> work.ada.presses(button, card));
    happened(work, "OUTCOME", 3);
  }

  /** Waits until the audit log has that many such rows, and everything due is done. */
  private static void happened(Workplace work, String event, int times) {
    await()
        .atMost(Workplace.PATIENCE)
        .until(() -> Collections.frequency(work.record().events(), event) >= times);
    work.rests();
  }

  /** For which their phone rang, other than for the card itself and what follows it. */
  private static List<SlackMessage> calls(Workplace work, Colleague who) {
    return calls(work).stream()
        .filter(ring -> ring.user().equals(who.id()))
        .map(Notification::message)
        .toList();
  }

  private static List<Notification> calls(Workplace work) {
    return work.slack.rings().stream()
        .filter(ring -> !ring.why().name().equals("THREAD"))
        .filter(ring -> ring.message().isReply() || ring.message().channel().startsWith("D"))
        .toList();
  }

  @Test
  void ringsRequesterAndWhoeverConfirmedIfABlockIsNotDoneAfterTwoMinutes() {
    try (Workplace work = Workplace.open()) {
      SlackMessage card = work.ada.asksToBlock(REBECCA);
      work.rests();
      work.zoho.inject(ZohoFault.DOWN);
      work.grace.presses(Workplace.BLOCK, card);
      happened(work, "CONFIRMED", 1);
      work.passes(TWO_MINUTES.minusSeconds(1));
      work.rests();
      assertThat(calls(work)).isEmpty();

      work.passes(Duration.ofSeconds(1));
      work.rests();
      String late = REBECCA + " is not blocked: ";
      assertThat(calls(work, work.ada))
          .singleElement()
          .satisfies(it -> says(it, late, "keeps trying"));
      assertThat(calls(work, work.grace)).hasSize(1);

      work.passes(Duration.ofMinutes(61));
      work.rests();
      assertThat(calls(work, work.ada)).hasSize(2).last().satisfies(it -> says(it, "gave up"));
      assertThat(calls(work, work.grace)).hasSize(2);
      work.passes(Duration.ofHours(3));
      work.rests();
      assertThat(calls(work)).hasSize(4);
    }
  }

  private static void says(SlackMessage message, String... words) {
    assertThat(message.plainText()).contains(words);
  }

  @Test
  void ringsOnceIfTheAutomaticUnblockIsLate() {
    try (TemporaryBlock block = TemporaryBlock.inForce()) {
      block.isNearItsEnd();
      int before = calls(block.work).size();
      block.work.zoho.inject(ZohoFault.DOWN);
      block.endsAfterTheReminder();
      happened(block.work, "LIFTED", 1);
      block.passes(TWO_MINUTES);

      assertThat(calls(block.work, block.work.ada))
          .last()
          .satisfies(it -> says(it, REBECCA + " is not unblocked: "));
      assertThat(calls(block.work)).hasSize(before + 1);
    }
  }

  @Test
  void ringsTheRequesterByTheReminderInTheThreadOfTheCard() {
    try (TemporaryBlock block = TemporaryBlock.inForce()) {
      SlackMessage card = block.work.cards().get(0);
      assertThat(calls(block.work)).isEmpty();
      SlackMessage reminder = block.isNearItsEnd();

      assertThat(reminder.threadTs()).isEqualTo(card.ts());
      assertThat(calls(block.work, block.work.ada))
          .singleElement()
          .satisfies(it -> assertThat(it.ts()).isEqualTo(reminder.ts()));
      block.endsAfterTheReminder();
      happened(block.work, "LIFTED", 1);
      assertThat(calls(block.work)).hasSize(1);
      assertThat(block.work.slack.thread(card))
          .hasSize(3)
          .last()
          .satisfies(it -> says(it, "Still can't send?"));
    }
  }

  @Test
  void remindsOutsideTheThreadIfTheCardWasDeleted() {
    try (TemporaryBlock block = TemporaryBlock.inForce()) {
      SlackMessage card = block.work.cards().get(0);
      block.work.rests();
      block.work.slack.thief().deletes(card);
      assertThat(block.isNearItsEnd().threadTs()).isEmpty();
    }
  }

  @Test
  void tellsThemDirectlyWhereTheBotIsNotInTheChannel() {
    try (Workplace work = Workplace.open()) {
      work.ada.types("/mail-block " + REBECCA + " phishing", SampleWorkspace.RANDOM);
      SlackMessage card =
          work.slack.awaitMessage(SampleWorkspace.RANDOM, it -> !it.buttons().isEmpty());
      work.zoho.inject(ZohoFault.REFUSED_WRITES);
      work.grace.presses(Workplace.BLOCK, card);

      work.ada.readsDirectly(REBECCA + " is not blocked: ");
      work.grace.readsDirectly(REBECCA + " is not blocked: ");
      work.rests();
      assertThat(calls(work)).hasSize(2);
      assertThat(work.slack.thread(card)).isEmpty();
    }
  }

  @Test
  void tellsThemDirectlyWhereTheBotWasRemovedFromTheChannel() {
    try (Workplace work = Workplace.open()) {
      SlackMessage card = work.ada.asksToBlock(REBECCA);
      work.rests();
      work.slack
          .workspace()
          .put(work.slack.workspace().channel(Workplace.CHANNEL).withoutMember(FakeSlack.BOT_USER));
      work.zoho.inject(ZohoFault.REFUSED_WRITES);
      work.ada.presses(Workplace.BLOCK, card);

      work.ada.readsDirectly(REBECCA + " is not blocked: ", "View in the console");
    }
  }

  @Test
  void ringsOnceSlackIsBack() {
    try (Workplace work = Workplace.open()) {
      SlackMessage card = work.ada.asksToBlock(REBECCA);
      work.rests();
      work.slack.faults().begin(SlackFault.DOWN.always().on("chat.postMessage"));
      work.zoho.inject(ZohoFault.REFUSED_WRITES);
      work.ada.presses(Workplace.BLOCK, card);
      happened(work, "OUTCOME", 1);
      work.passes(Duration.ofMinutes(45));
      work.rests();
      assertThat(calls(work)).isEmpty();

      work.slack.faults().endAll();
      work.passes(Duration.ofMinutes(1));
      work.rests();
      assertThat(calls(work, work.ada)).singleElement().satisfies(it -> says(it, "not blocked"));
    }
  }

  @Test
  void ringsForABlockThatWasUndoneOutsideMailbrake() {
    try (Workplace work = Workplace.open()) {
      SlackMessage card = work.ada.asksToBlock(REBECCA);
      work.grace.presses(Workplace.BLOCK, card);
      happened(work, "OUTCOME", 1);
      work.zoho.setOutgoingBlocked(REBECCA, false);
      work.passes(Duration.ofMinutes(61));
      work.passes(Duration.ofMinutes(1));
      happened(work, "DRIFT", 1);

      String drifted = REBECCA + " can send again: it was unblocked outside Mailbrake";
      assertThat(calls(work, work.ada))
          .singleElement()
          .satisfies(it -> says(it, drifted, "since <!date"));
      assertThat(calls(work, work.grace)).hasSize(1);
      assertThat(work.slack.thread(card)).hasSize(2);
    }
  }

  @Test
  void callsApproversIfTheSecondApprovalTurnsOutToBeNeeded() {
    try (Workplace work = Workplace.open(Map.of("MAILBRAKE_HOURLY_BLOCKS", "1"))) {
      List<SlackMessage> cards =
          List.of(work.ada.asksToBlock(REBECCA), work.ada.asksToBlock(PAULA));
      cards.forEach(card -> work.ada.presses(Workplace.BLOCK, card));
      happened(work, "FIRST_CONFIRMED", 1);

      assertThat(calls(work, work.grace))
          .singleElement()
          .satisfies(
              it -> {
                says(it, "Blocking ", " needs another approval", "above the limit of 1");
                assertThat(it.broadcast()).isTrue();
              });
      assertThat(calls(work, work.ada)).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {REBECCA, REBECCA + " " + PAULA})
  void callsApproversByTheFirstPostOfACardThatNeedsTwo(String mailboxes) {
    try (Workplace work = Workplace.open(Map.of("MAILBRAKE_BLOCK_APPROVALS", "2"))) {
      work.ada.types("/mail-block " + mailboxes + " wave");
      SlackMessage card = work.card(REBECCA, "[" + Workplace.BLOCK + "]");
      work.rests();

      assertThat(work.grace.rings())
          .singleElement()
          .satisfies(it -> assertThat(it.ts()).isEqualTo(card.ts()));
      work.ada.presses(Workplace.BLOCK, card);
      happened(work, "FIRST_CONFIRMED", 1);
      assertThat(calls(work)).isEmpty();
    }
  }

  @Test
  void asksEachApproverOnceMoreAtHalfTime() {
    Map<String, String> two = Map.of("MAILBRAKE_BLOCK_APPROVALS", "2");
    try (Workplace work = Workplace.open(two)) {
      SlackMessage card = work.ada.asksToBlock(REBECCA);
      work.ada.presses(Workplace.BLOCK, card);
      happened(work, "FIRST_CONFIRMED", 1);
      int before = calls(work, work.grace).size();
      work.passes(Duration.ofMinutes(5).minusSeconds(1));
      work.rests();
      assertThat(calls(work, work.grace)).hasSize(before);

      work.passes(Duration.ofSeconds(1));
      work.grace.readsDirectly(
          "Blocking " + REBECCA + " still needs another approval", "Go to that request");
      work.rests();
      assertThat(calls(work, work.grace)).hasSize(before + 1);
      assertThat(work.slack.messages("D" + work.ada.id().substring(1))).isEmpty();
      assertThat(work.slack.thread(card)).isEmpty();
    }
  }

  @Test
  void asksNobodyAtHalfTimeIfItIsDecided() {
    Map<String, String> two = Map.of("MAILBRAKE_BLOCK_APPROVALS", "2");
    try (Workplace work = Workplace.open(two)) {
      SlackMessage card = work.ada.asksToBlock(REBECCA);
      work.ada.presses(Workplace.BLOCK, card);
      happened(work, "FIRST_CONFIRMED", 1);
      work.grace.presses(Workplace.BLOCK, card);
      happened(work, "OUTCOME", 1);
      work.passes(Duration.ofMinutes(6));
      work.rests();

      assertThat(calls(work)).isEmpty();
    }
  }

  @Test
  void saysSoIfNobodyKnowsWhetherTheBlockTookEffect() {
    try (Workplace work = Workplace.open()) {
      SlackMessage card = work.ada.asksToBlock(REBECCA);
      work.rests();
      work.zoho.inject(ZohoFault.HANG_UP);
      work.ada.presses(Workplace.BLOCK, card);
      happened(work, "ATTEMPTED", 1);
      work.passes(Duration.ofMinutes(61));
      work.rests();

      assertThat(calls(work, work.ada)).last().satisfies(it -> says(it, " may not be blocked: "));
    }
  }
}
