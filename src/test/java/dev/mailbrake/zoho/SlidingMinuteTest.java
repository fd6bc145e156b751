package dev.mailbrake.zoho;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailbrake.mailbox.Urgency;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlidingMinuteTest {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

  private final List<Instant> calls = new ArrayList<>();

  @ParameterizedTest
  @CsvSource({
    "CHANGE, 30, 30", "LOOKUP, 30, 24", "BACKGROUND, 30, 15",
    "CHANGE, 1, 1", "LOOKUP, 1, 1", "BACKGROUND, 1, 1",
    "CHANGE, 4, 4", "LOOKUP, 4, 4", "BACKGROUND, 4, 2"
  })
  void givesEachUrgencyItsShareOfTheMinute(Urgency urgency, int perMinute, int share) {
    SlidingMinute minute = new SlidingMinute(perMinute);
    for (int i = 0; i < share; i++) {
      assertThat(minute.untilFree(calls, urgency, NOON)).isZero();
      calls.add(NOON);
    }
    assertThat(minute.untilFree(calls, urgency, NOON)).isEqualTo(Duration.ofSeconds(61));
  }

  @Test
  void slidesInsteadOfStartingAgainEachMinute() {
    SlidingMinute minute = new SlidingMinute(2);
    calls.add(NOON);
    calls.add(NOON.plusSeconds(59));

    assertThat(minute.untilFree(calls, Urgency.CHANGE, NOON.plusSeconds(59)))
        .isEqualTo(Duration.ofSeconds(2));
    assertThat(minute.untilFree(calls, Urgency.CHANGE, NOON.plusSeconds(61))).isZero();

    calls.add(NOON.plusSeconds(61));
    assertThat(minute.untilFree(calls, Urgency.CHANGE, NOON.plusSeconds(61)))
        .isEqualTo(Duration.ofSeconds(59));
  }

  @Test
  void subtractsMoreUrgentCallsFromTheOthersShare() {
    SlidingMinute minute = new SlidingMinute(4);
    calls.add(NOON);
    calls.add(NOON.plusSeconds(10));
    calls.add(NOON.plusSeconds(20));

    assertThat(minute.untilFree(calls, Urgency.BACKGROUND, NOON.plusSeconds(30)))
        .as("two of the three must leave first")
        .isEqualTo(Duration.ofSeconds(41));
  }

  @Test
  void doesNotStallIfAClockWasSetBack() {
    SlidingMinute minute = new SlidingMinute(1);
    calls.add(NOON);

    assertThat(minute.untilFree(calls, Urgency.CHANGE, NOON.minus(Duration.ofHours(1)))).isZero();
  }

  /** Another process's clock may be slightly ahead; its calls count anyway. */
  @Test
  void countsCallsSlightlyInTheFuture() {
    SlidingMinute minute = new SlidingMinute(1);
    calls.add(NOON.plusSeconds(2));

    assertThat(minute.untilFree(calls, Urgency.CHANGE, NOON)).isEqualTo(Duration.ofSeconds(63));
  }
}
