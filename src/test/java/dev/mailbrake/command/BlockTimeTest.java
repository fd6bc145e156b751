package dev.mailbrake.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BlockTimeTest {

  @ParameterizedTest
  @CsvSource({"30m, PT30M", "4h, PT4H", "2d, PT48H", "1w, PT168H", "0m, PT0S", "010h, PT10H"})
  void readsTheShortForm(String text, Duration duration) {
    assertThat(BlockTime.parse(text)).contains(duration);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "m", "4", "4 h", " 4h", "4H", "-4h", "4h30m", "4s", "1234567m", "٤h"})
  void readsNothingElse(String text) {
    assertThat(BlockTime.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"PT90M, 90m", "PT60M, 1h", "PT24H, 1d", "PT25H, 25h", "PT168H, 1w", "PT720H, 30d"})
  void isWrittenInTheLargestUnitThatIsExact(Duration duration, String text) {
    assertThat(BlockTime.format(duration)).isEqualTo(text);
  }
}
