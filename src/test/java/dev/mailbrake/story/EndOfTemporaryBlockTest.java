package dev.mailbrake.story;

import static dev.mailbrake.sandbox.zoho.SampleOrganization.REBECCA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mailbrake.sandbox.slack.messages.SlackMessage;
import dev.mailbrake.sandbox.zoho.SampleOrganization;
import dev.mailbrake.sandbox.zoho.ZohoAccount;
import dev.mailbrake.sandbox.zoho.ZohoFault;
import dev.mailbrake.sandbox.zoho.ZohoWrite;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people decide after a reminder that a temporary block is about to end. */
@Tag("sqlite")
class EndOfTemporaryBlockTest {
  @Test
  void keepsTheBlockForGood() {
    try (TemporaryBlock block = TemporaryBlock.inForce()) {
      block.work.grace.presses(TemporaryBlock.KEEP, block.isNearItsEnd());
      SlackMessage kept = block.work.card("Kept blocked", "kept by", "stays blocked until");
      assertThat(kept.buttons()).isEmpty();
      SlackMessage card = block.work.card("Blocked, verified", "It does not end by itself");
      assertThat(card.plainText()).doesNotContain("until <!date");

      block.passes(Duration.ofDays(3));

      assertThat(block.isBlocked()).isTrue();
      assertThat(block.writes()).isEqualTo(1);
      assertThat(block.work.record().events()).endsWith("TIMER_SET", "ASKED", "KEPT");
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void endsTheBlockThoughOneReadSaysThatTheAccountIsMissing(boolean pressed) {
    try (TemporaryBlock block = TemporaryBlock.inForce()) {
      endsWhileTheAccountIsGone(pressed, block);
      block.work.zoho.add(rebecca().outgoingBlocked(true));
      block.passes(Duration.ofMinutes(1));

      block.work.card("Allowed, verified");
      assertThat(block.isBlocked()).isFalse();
      assertThat(block.count("VOID") + block.count("TIMER_ENDED")).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void failsToEndTheBlockIfASecondReadDoesNotFindTheAccountEither(boolean pressed) {
    try (TemporaryBlock block = TemporaryBlock.inForce()) {
      endsWhileTheAccountIsGone(pressed, block);
      block.passes(Duration.ofSeconds(59));
      assertThat(block.count("TIMER_ENDED")).isZero();
      block.passes(Duration.ofSeconds(1));

      block.work.card("Failed", "The account is not there any more");
      assertThat(block.count("TIMER_ENDED")).isEqualTo(1);
    }
  }

  private static void endsWhileTheAccountIsGone(boolean pressed, TemporaryBlock block) {
    SlackMessage reminder = block.isNearItsEnd();
    block.work.rests(); // The last background check before the end is over.
    block.work.zoho.remove(REBECCA);
    endsBy(pressed, block, reminder);
    block.work.card("Confirmed, not done yet", "can't find the account right now");
  }

  private static void endsBy(boolean pressed, TemporaryBlock block, SlackMessage reminder) {
    if (pressed) {
      block.work.grace.presses(TemporaryBlock.ALLOW_NOW, reminder);
    } else {
      block.endsAfterTheReminder();
    }
  }

  private static ZohoAccount rebecca() {
    return SampleOrganization.accounts().stream()
        .filter(account -> account.address().equals(REBECCA))
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({TemporaryBlock.KEEP, TemporaryBlock.ALLOW_NOW})
  void refusesNonApprovers(String label) {
    try (TemporaryBlock block = TemporaryBlock.inForce()) {
      block.work.nils.presses(label, block.isNearItsEnd());
      block.work.nils.reads("approver");
      assertThat(block.isBlocked()).isTrue();
      assertThat(block.work.record().details("REFUSED_CLICK")).containsExactly("not-an-approver");

      block.endsAfterTheReminder();
      block.work.card("Allowed, verified");
    }
  }

  @Test
  void tellsALatePresserWhatWasDecided() {
    try (TemporaryBlock block = TemporaryBlock.inForce()) {
      SlackMessage reminder = block.isNearItsEnd();
      block.endsAfterTheReminder();
      block.work.card("Allowed, verified");

      block.work.ada.presses(TemporaryBlock.KEEP, reminder);

      block.work.ada.reads("Mailbrake was first", "already confirmed");
      assertThat(block.isBlocked()).isFalse();
      assertThat(block.work.record().details("REFUSED_CLICK")).containsExactly("already-decided");
    }
  }

  @Test
  void saysThatAKeptBlockStaysWhenSomebodyUnblocksFromTheOldReminder() {
    try (TemporaryBlock block = TemporaryBlock.inForce()) {
      SlackMessage reminder = block.isNearItsEnd();
      block.work.grace.presses(TemporaryBlock.KEEP, reminder);
      block.work.card("Kept blocked");

      block.work.ada.presses(TemporaryBlock.ALLOW_NOW, reminder);

      block.work.ada.reads("Grace Hopper was first", "the mailbox stays blocked");
      assertThat(block.isBlocked()).isTrue();
    }
  }

  @Test
  void explainsWhyAReminderNoLongerApplies() {
    try (TemporaryBlock block = TemporaryBlock.inForce()) {
      SlackMessage reminder = block.isNearItsEnd();
      block.blocks("for 2h more");
      block.work.card("Void, nothing changed");

      block.work.ada.presses(TemporaryBlock.ALLOW_NOW, reminder);

      block.work.ada.reads(
          "This request is void, so nothing was done", "took the place of this block");
      assertThat(block.isBlocked()).isTrue();
    }
  }

  @Test
  void unblocksBeforeTheEndAndNotAgainAtTheEnd() {
    try (TemporaryBlock block = TemporaryBlock.inForce()) {
      block.work.grace.presses(TemporaryBlock.ALLOW_NOW, block.isNearItsEnd());
      SlackMessage done =
          block.work.card("Allowed, verified", "confirmed by <@" + block.work.grace.id());
      assertThat(done.plainText())
          .contains("Before: outgoing mail blocked")
          .doesNotContain("Since it was asked for");
      block.work.card("Blocked, verified", "over since");

      block.passes(Duration.ofHours(1));

      assertThat(block.work.zoho.writes())
          .extracting(ZohoWrite::blocked)
          .containsExactly(true, false);
      assertThat(block.count("LIFTED") + block.count("TIMER_ENDED")).isZero();
    }
  }

  @ParameterizedTest
  @CsvSource({"MAILBRAKE_UNBLOCK_APPROVALS, 2", "MAILBRAKE_PROTECTED, " + REBECCA})
  void needsTheSecondApproverToUnblockBeforeTheEnd(String setting, String value) {
    try (TemporaryBlock block = TemporaryBlock.inForce(Map.of(setting, value))) {
      SlackMessage reminder = block.isNearItsEnd();
      block.work.ada.presses(TemporaryBlock.ALLOW_NOW, reminder);
      block.work.card("This block ends soon", "first confirmed by", "Two approvers must confirm");
      assertThat(block.isBlocked()).isTrue();

      block.work.grace.presses(TemporaryBlock.ALLOW_NOW, reminder);
      block.work.card("Allowed, verified", "first confirmed by");
      assertThat(block.isBlocked()).isFalse();
    }
  }

  @Test
  void endsOnTimeThoughTheSecondApproverNeverCame() {
    try (TemporaryBlock block =
        TemporaryBlock.inForce(Map.of("MAILBRAKE_UNBLOCK_APPROVALS", "2"))) {
      block.work.ada.presses(TemporaryBlock.ALLOW_NOW, block.isNearItsEnd());
      block.work.card("This block ends soon", "first confirmed by");

      block.endsAfterTheReminder();

      block.work.card("Allowed, verified", "its time was up");
      assertThat(block.count("LIFTED")).isEqualTo(1);
    }
  }

  @Test
  void stopsPromisingAnEndThatFailed() {
    try (TemporaryBlock block = TemporaryBlock.inForce()) {
      block.isNearItsEnd();
      block.work.zoho.inject(ZohoFault.DOWN);
      block.endsAfterTheReminder();
      block.work.card("Confirmed, not done yet");
      block.passes(Duration.ofHours(25));
      block.work.card("Failed", "tried for 24 hours and gave up");

      SlackMessage card = block.work.card("Blocked, verified", "It does not end by itself");
      assertThat(card.plainText()).doesNotContain("until <!date");
      assertThat(block.count("TIMER_ENDED")).isEqualTo(1);
      assertThat(block.isBlocked()).isTrue();
    }
  }
}
