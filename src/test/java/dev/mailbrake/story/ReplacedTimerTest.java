package dev.mailbrake.story;

import static dev.mailbrake.sandbox.zoho.SampleOrganization.BLOCKED;
import static dev.mailbrake.sandbox.zoho.SampleOrganization.REBECCA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mailbrake.sandbox.slack.messages.SlackMessage;
import dev.mailbrake.sandbox.zoho.RequestKind;
import dev.mailbrake.sandbox.zoho.ZohoFault;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A temporary block is replaced, was not made by Mailbrake, or gets another end or none. */
@Tag("sqlite")
class ReplacedTimerTest {
  private static final String VOID = "Void, nothing changed";

  @ParameterizedTest
  @CsvSource({"30m, PT30M, PT1H", "1d, PT24H, PT1H", "1d, PT24H, PT3H50M"})
  void replacesTheTimerWithThatOfANewBlock(String time, Duration lasts, Duration after) {
    try (TemporaryBlock block = TemporaryBlock.inForce()) {
      block.passes(after);
      boolean hasReminder = block.hasReminder();
      block.blocks("for " + time + " again");
      block.work.card("Already blocked, nothing changed", "until <!date");
      block.work.card("Blocked, verified", "over since");
      block.work.rests();
      assertThat(block.work.hasCard(VOID)).isEqualTo(hasReminder);
      assertThat(block.work.record().details("TIMER_ENDED")).hasSize(1);
      assertThat(block.work.record().details("TIMER_SET")).hasSize(2);

      block.passes(lasts.minusSeconds(1));
      assertThat(block.isBlocked()).isTrue();
      block.passes(Duration.ofSeconds(1));
      block.work.card("Allowed, verified");
      block.passes(Duration.ofHours(4));
      assertThat(block.count("LIFTED")).isEqualTo(1);
      assertThat(block.writes()).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT1H", "PT3H50M"})
  void removesTheTimerAfterABlockWithoutAnEnd(Duration after) {
    try (TemporaryBlock block = TemporaryBlock.inForce()) {
      block.passes(after);
      block.blocks("for good");
      block.work.rests();
      assertThat(block.work.record().details("TIMER_ENDED")).hasSize(1);

      block.passes(Duration.ofDays(2));

      assertThat(block.isBlocked()).isTrue();
      assertThat(block.work.hasCard("This block ends soon")).isFalse();
      assertThat(block.count("LIFTED")).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT3H30M", "PT3H50M"})
  void removesTheTimerAfterAnUnblock(Duration after) {
    try (TemporaryBlock block = TemporaryBlock.inForce(Map.of("MAILBRAKE_CONFIRM_WITHIN", "1h"))) {
      block.passes(Duration.ofMinutes(210));
      SlackMessage allow = block.asksToAllow("cleaned");
      block.passes(after.minusMinutes(210));
      boolean hasReminder = block.hasReminder();
      block.work.ada.presses(Workplace.UNBLOCK, allow);
      block.work.card("Allowed, verified", "cleaned");
      block.work.rests();
      assertThat(block.work.hasCard(VOID)).isEqualTo(hasReminder);
      assertThat(block.work.record().details("TIMER_ENDED")).hasSize(1);

      block.passes(Duration.ofHours(1));

      assertThat(block.hasReminder()).isFalse();
      assertThat(block.count("LIFTED")).isZero();
      assertThat(block.writes()).isEqualTo(2);
    }
  }

  /** The end would unblock the mailbox with a single approval. */
  @Test
  void needsTwoToGiveABlockAnEndIfTwoMustUnblock() {
    try (Workplace work = Workplace.open(Map.of("MAILBRAKE_UNBLOCK_APPROVALS", "2"))) {
      work.ada.presses(Workplace.BLOCK, work.ada.asksToBlock(REBECCA));
      work.card("Blocked, verified");

      work.ada.types("/mail-block " + REBECCA + " for 5m never mind");
      SlackMessage shorter = work.card("Block outgoing mail?", "For 5m", "Two approvers");
      work.ada.presses(Workplace.BLOCK, shorter);
      work.ada.reads("Another approver has to confirm");
      work.grace.presses(Workplace.BLOCK, shorter);

      work.card("Already blocked", "until <!date");
    }
  }

  @Test
  void pointsToTheReminderIfSomebodyWantsToUnblock() {
    try (TemporaryBlock block = TemporaryBlock.inForce()) {
      block.isNearItsEnd();
      block.work.grace.types("/mail-unblock " + REBECCA + " cleaned");
      block.work.grace.reads(REBECCA, "is already waiting for confirmation");
      assertThat(block.work.record().details("REFUSED")).containsExactly("already-open");
    }
  }

  @Test
  void setsNoTimerOnABlockMadeInTheConsole() {
    try (Workplace work = Workplace.open()) {
      work.ada.types("/mail-block " + BLOCKED + " for 4h sends phishing");
      work.ada.presses(Workplace.BLOCK, work.card("Block outgoing mail?", BLOCKED));
      work.card("Already blocked, nothing changed", "is not Mailbrake's");

      work.passes(Duration.ofHours(5));
      work.rests();

      assertThat(work.isBlocked(BLOCKED)).isTrue();
      assertThat(work.hasCard("until <!date")).isFalse();
      assertThat(work.record().details("TIMER_SET")).isEmpty();
      assertThat(work.zoho.writes()).isEmpty();
    }
  }

  @Test
  void writesNothingIfSomebodyUnblockedItInTheConsoleBeforeTheEnd() {
    try (TemporaryBlock block = TemporaryBlock.inForce()) {
      block.isNearItsEnd();
      block.work.rests();
      block.work.zoho.setOutgoingBlocked(REBECCA, false);

      block.endsAfterTheReminder();

      block.work.card("Already allowed, nothing changed");
      block.work.card("Blocked, verified", "over since");
      assertThat(block.writes()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT1H", "PT3H50M"})
  void keepsABlockThatSomebodyMadeAgainInTheConsole(Duration after) {
    try (TemporaryBlock block = TemporaryBlock.inForce()) {
      block.passes(after);
      boolean hasReminder = block.hasReminder();
      block.work.zoho.setOutgoingBlocked(REBECCA, false);
      block.passes(Duration.ofMinutes(61));
      block.passes(
          Duration.ofMinutes(1)); // A difference counts only if a second read shows it too.
      if (!hasReminder) {
        block.work.card("Blocked, verified", "somebody used the console");
      }
      block.work.zoho.setOutgoingBlocked(REBECCA, true);

      block.passes(Duration.ofHours(4));

      assertThat(block.isBlocked()).isTrue();
      assertThat(block.writes()).isEqualTo(1);
    }
  }

  @Test
  void keepsTheOldTimerFromEndingItWhileANewBlockIsStuck() {
    try (TemporaryBlock block = TemporaryBlock.inForce(Map.of("MAILBRAKE_CONFIRM_WITHIN", "1h"))) {
      block.isNearItsEnd();
      block.work.ada.types("/mail-block " + REBECCA + " for 4h again");
      SlackMessage again = block.work.card("Block outgoing mail?", "again");
      block.passes(Duration.ofMinutes(2));
      block.work.zoho.inject(ZohoFault.DOWN.on(RequestKind.READ));
      block.work.ada.presses(Workplace.BLOCK, again);
      block.work.card("Confirmed, not done yet", "again");
      block.passes(Duration.ofMinutes(20));
      assertThat(block.isBlocked()).isTrue();

      block.work.zoho.clearFaults();
      block.passes(Duration.ofMinutes(1));
      block.work.card("Already blocked, nothing changed", "until <!date");
      block.passes(Duration.ofMinutes(1));
      block.work.card(VOID, "took the place of this block");

      assertThat(block.isBlocked()).isTrue();
      assertThat(block.count("LIFTED")).isZero();
      assertThat(block.writes()).isEqualTo(1);
    }
  }
}
