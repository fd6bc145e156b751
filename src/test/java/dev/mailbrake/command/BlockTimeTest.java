package dev.mailbrake.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BlockTimeTest {

  @ParameterizedTest
  @CsvSource({
    "30m, PT30M",
    "4h, PT4H",
    "2d, PT48H",
    "1w, PT168H",
    "0m, PT0S",
    "010h, PT10H",
    "4H, PT4H",
    "4 h, PT4H",
    "4 hours, PT4H",
    "1 Hour, PT1H",
    "2hrs, PT2H",
    "90 min, PT90M",
    "5 minutes, PT5M",
    "15mins, PT15M",
    "2 days, PT48H",
    "1 week, PT168H",
    "2 wks, PT336H",
    "1h30m, PT90M",
    "4h 30m, PT270M",
    "1 hour and 30 min, PT90M",
    "1w2d3h4m, PT219H4M"
  })
  void readsWhatPeopleType(String text, Duration duration) {
    assertThat(BlockTime.parse(text)).contains(duration);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "m",
        "4",
        "4  h",
        " 4h",
        "-4h",
        "30m4h",
        "4h4h",
        "4h30",
        "4s",
        "4hourss",
        "4 months",
        "1.5h",
        "1234567m",
        "٤h",
        "4h and",
        "an hour"
      })
  void readsNothingElse(String text) {
    assertThat(BlockTime.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"PT90M, 90m", "PT60M, 1h", "PT24H, 1d", "PT25H, 25h", "PT168H, 1w", "PT720H, 30d"})
  void isWrittenInTheLargestUnitThatIsExact(Duration duration, String text) {
    assertThat(BlockTime.format(duration)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "PT30M, 30 minutes",
    "PT90M, 90 minutes",
    "PT1H, 1 hour",
    "PT4H, 4 hours",
    "PT24H, 1 day",
    "PT168H, 1 week"
  })
  void isWrittenInWordsForSentences(Duration duration, String text) {
    assertThat(BlockTime.words(duration)).isEqualTo(text);
    assertThat(BlockTime.parse(text)).contains(duration);
  }
}
