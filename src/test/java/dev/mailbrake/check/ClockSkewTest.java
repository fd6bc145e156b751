package dev.mailbrake.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClockSkewTest {
  private static final Instant OURS = Instant.parse("2026-11-23T09:00:00Z");

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 60, -1, -60})
  void ignoresAMinute(long ahead) {
    assertThat(skew(ahead).failed()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "61, is 61 seconds ahead of Zoho's",
    "-61, is 61 seconds behind Zoho's",
    "7200, is 120 minutes ahead of Zoho's"
  })
  void saysHowFarAndInWhichDirection(long ahead, String words) {
    assertThat(skew(ahead).seen()).endsWith(words);
    assertThat(skew(ahead).remedy()).contains("NTP");
  }

  @Test
  void cannotCompareWithNothing() {
    assertThat(ClockSkew.of("Zoho clock", "Zoho", Optional.empty(), OURS).result())
        .isEqualTo(Finding.Result.UNCHECKED);
  }

  private static Finding skew(long ahead) {
    return ClockSkew.of("Zoho clock", "Zoho", Optional.of(OURS.minusSeconds(ahead)), OURS);
  }
}
