package dev.mailbrake.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailbrake.mailbox.Action;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code for} means after the mailboxes. */
class ForDurationTest {

  @ParameterizedTest
  @CsvSource({
    "for 5m, PT5M",
    "for 30m, PT30M",
    "for 4h, PT4H",
    "FOR 4H, PT4H",
    "for 2d, P2D",
    "for 1w, P7D",
    "for 30d, P30D",
    "for 720h, P30D",
    "for 007d, P7D"
  })
  void readsADuration(String typed, Duration lasts) {
    assertThat(Typing.block("r@z.co " + typed).lasts()).isEqualTo(lasts);
    assertThat(Typing.block("r@z.co " + typed).reason()).isEmpty();
    assertThat(Typing.block("r@z.co " + typed + " sends phishing"))
        .isEqualTo(
            new Command.ChangeOutgoing(
                Action.BLOCK, Typing.block("r@z.co").mailboxes(), lasts, "sends phishing"));
  }

  @Test
  void blocksUntilSomebodyUnblocksIfThereIsNoDuration() {
    assertThat(Typing.block("r@z.co sends phishing").lasts()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "for 3",
        "for 3 days",
        "for 3days",
        "for 4hours",
        "for 4 h",
        "for 1.5h",
        "for 1h30m",
        "for 4h,",
        "for 2y",
        "for 30s",
        "for 1234567m",
        "for 99999999999999999999d",
        "for ٣h"
      })
  void neverGuessesADuration(String typed) {
    assertThat(Typing.answer("r@z.co " + typed + " sends phishing"))
        .contains("is not a duration", "30m, 4h, 2d or 1w")
        .contains(Verb.BLOCK.usage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"for 0m", "for 4m", "for 31d", "for 5w", "for 43201m", "for 999999w"})
  void neverShortensADuration(String typed) {
    assertThat(Typing.answer("r@z.co " + typed))
        .startsWith("“" + typed + "” is out of range: a block lasts from 5m to 30d.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "for",
        "FOR",
        "for phishing",
        "for h4",
        "for -4h",
        "for four hours",
        "for the 3rd time",
        "forever",
        "for: 4h",
        "sends phishing for 3 days now",
        "4h"
      })
  void takesAnythingElseAsAReason(String reason) {
    assertThat(Typing.block("r@z.co " + reason).reason()).isEqualTo(reason);
    assertThat(Typing.block("r@z.co " + reason).lasts()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"for 2h", "FOR 2H", "for 2", "for 2 hours", "for 99w password reset"})
  void readsADurationOnlyForABlock(String typed) {
    assertThat(Typing.answer(Verb.UNBLOCK, "r@z.co " + typed))
        .startsWith("Only a block takes a duration, not “")
        .contains(Verb.UNBLOCK.usage());
  }

  @Test
  void takesForAsAReasonOfAnUnblock() {
    assertThat(Typing.command(Verb.UNBLOCK, "r@z.co for Paula").toString()).contains("for Paula");
  }
}
