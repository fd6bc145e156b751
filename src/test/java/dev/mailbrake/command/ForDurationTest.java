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
    "for 4 hours, PT4H",
    "For 90 Min, PT90M",
    "for 1h30m, PT90M",
    "for 3 days, P3D",
    "for 4h:, PT4H",
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
        "for 3 months",
        "for 4hourss",
        "for 1.5h",
        "for 4h-6h",
        "for 2y",
        "for 30s",
        "for 1234567m",
        "for 99999999999999999999d",
        "for ٣h"
      })
  void neverGuessesADuration(String typed) {
    assertThat(Typing.answer("r@z.co " + typed + " sends phishing"))
        .contains("is not a duration", "30m, 4h, 2d, 1w or 1h30m")
        .contains(Verb.BLOCK.usage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"for 0m", "for 4m", "for 31d", "for 5w", "for 43201m", "for 999999w"})
  void neverShortensADuration(String typed) {
    assertThat(Typing.answer("r@z.co " + typed))
        .startsWith("“" + typed + "” is out of range: a block lasts from 5 minutes to 30 days.");
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
        "waiting for 3 tickets",
        "waiting for 4x",
        "waits therefor 4h",
        "4h"
      })
  void takesAnythingElseAsAReason(String reason) {
    assertThat(Typing.block("r@z.co " + reason).reason()).isEqualTo(reason);
    assertThat(Typing.block("r@z.co " + reason).lasts()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "for 2h",
        "FOR 2H",
        "for 2x",
        "for 2h or 3h",
        "for 2 hours",
        "for 2w password reset",
        "password reset for 2h"
      })
  void readsADurationOnlyForABlock(String typed) {
    assertThat(Typing.answer(Verb.UNBLOCK, "r@z.co " + typed))
        .startsWith("Only a block can have a duration. Leave out “for 2")
        .contains(Verb.UNBLOCK.usage());
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          sends phishing for 4h         => PT4H  => sends phishing
          sends phishing FOR 4 Hours    => PT4H  => sends phishing
          sends phishing, for 1h30m.    => PT90M => sends phishing
          sends phishing (for 2 days)   => PT48H => sends phishing
          for phishing for 4h           => PT4H  => for phishing
          INC-42 – for 30m\u200b       => PT30M => INC-42
          """)
  void readsADurationAtTheVeryEnd(String typed, Duration lasts, String reason) {
    assertThat(Typing.block("r@z.co " + typed))
        .isEqualTo(
            new Command.ChangeOutgoing(
                Action.BLOCK, Typing.block("r@z.co").mailboxes(), lasts, reason));
  }

  @ParameterizedTest
  @CsvSource({
    "for 4h phishing for 2 days, “for 4h” and “for 2 days”",
    "for 4h or 6h phishing, “for 4h” and “for 6h”",
    "for 30m 2h, “for 30m” and “for 2h”"
  })
  void refusesTwoDurations(String typed, String both) {
    assertThat(Typing.answer("r@z.co " + typed))
        .startsWith("A block has one duration, not " + both + ".");
  }

  @Test
  void neverShortensADurationAtTheEnd() {
    assertThat(Typing.answer("r@z.co phishing for 90 days"))
        .startsWith("“for 90 days” is out of range");
  }

  @Test
  void takesForAsAReasonOfAnUnblock() {
    assertThat(Typing.command(Verb.UNBLOCK, "r@z.co for Paula").toString()).contains("for Paula");
  }
}
