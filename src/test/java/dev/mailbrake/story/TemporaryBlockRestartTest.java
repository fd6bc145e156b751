package dev.mailbrake.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailbrake.sandbox.zoho.ZohoFault;
import dev.mailbrake.sandbox.zoho.ZohoWrite;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A temporary block ends once, whatever happens to the process that set it. */
class TemporaryBlockRestartTest {
  @Test
  void endsThoughTheBotIsRestartedBeforeTheReminderAndAfterIt() {
    try (TemporaryBlock block = TemporaryBlock.inForce()) {
      block.work.restarts();
      block.isNearItsEnd();
      block.work.restarts();
      block.endsAfterTheReminder();
      isLiftedOnce(block);
    }
  }

  @Test
  void endsThoughTheBotIsRestartedWhileZohoIsDownAtTheEnd() {
    try (TemporaryBlock block = TemporaryBlock.inForce()) {
      block.isNearItsEnd();
      block.work.zoho.inject(ZohoFault.DOWN);
      block.endsAfterTheReminder();
      block.work.card("Confirmed, not done yet");
      block.work.restarts();
      assertThat(block.isBlocked()).isTrue();

      block.work.zoho.clearFaults();
      block.passes(Duration.ofMinutes(1));
      isLiftedOnce(block);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT1H", "PT3H50M"})
  void endsOnceAtStartupAfterDaysWithoutTheBot(Duration before) {
    try (TemporaryBlock block = TemporaryBlock.inForce()) {
      block.passes(before);
      block.work.isDownFor(Duration.ofDays(5));
      isLiftedOnce(block);
      block.work.restarts();
      isLiftedOnce(block);
    }
  }

  @Test
  void staysBlockedThroughDaysWithoutTheBot() {
    try (TemporaryBlock block = TemporaryBlock.inForce()) {
      block.work.ada.presses(TemporaryBlock.KEEP, block.isNearItsEnd());
      block.work.card("Kept blocked");
      block.work.isDownFor(Duration.ofDays(5));
      block.work.rests();
      assertThat(block.isBlocked()).isTrue();
      assertThat(block.count("LIFTED")).isZero();
    }
  }

  @Test
  @Tag("postgresql")
  void endsOnceWithTwoProcesses() {
    try (TemporaryBlock block = TemporaryBlock.inForceWithProcesses(2)) {
      block.isNearItsEnd();
      block.endsAfterTheReminder();
      isLiftedOnce(block);
      block.passes(Duration.ofHours(1));
      isLiftedOnce(block);
    }
  }

  private static void isLiftedOnce(TemporaryBlock block) {
    block.work.card("Allowed, verified", "its time was up");
    block.work.card("Blocked, verified", "over since");
    block.work.rests();
    assertThat(block.work.zoho.writes())
        .extracting(ZohoWrite::blocked)
        .containsExactly(true, false);
    assertThat(block.count("LIFTED")).isEqualTo(1);
    assertThat(block.work.record().brokenLinks()).isEmpty();
  }
}
