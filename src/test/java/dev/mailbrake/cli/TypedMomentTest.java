package dev.mailbrake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailbrake.cli.ExportFilter.TypedMoment;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypedMomentTest {

  @Test
  void readsADateAsTheWholeDay() {
    assertThat(TypedMoment.parse("2026-11-30"))
        .contains(
            new TypedMoment(
                Instant.parse("2026-11-30T00:00:00Z"), Instant.parse("2026-12-01T00:00:00Z")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"2026-11-23T09:00:00Z", "2026-11-23T09:00Z", "2026-11-23T10:00:00.000+01:00"})
  void readsATimeAsThatTime(String text) {
    Instant nine = Instant.parse("2026-11-23T09:00:00Z");

    assertThat(TypedMoment.parse(text)).contains(new TypedMoment(nine, nine));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "today",
        "2026-11",
        "2026-02-30",
        "23.11.2026",
        "2026-11-23T09:00:00",
        "2026-11-23 09:00Z",
        "+999999999-12-31T00:00:00Z",
        "-2026-11-23",
        "2026-11-23\n"
      })
  void readsNothingElse(String text) {
    assertThat(TypedMoment.parse(text)).isEmpty();
  }
}
