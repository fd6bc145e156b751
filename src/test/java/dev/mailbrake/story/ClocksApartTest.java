package dev.mailbrake.story;

import static dev.mailbrake.sandbox.zoho.SampleOrganization.NEVER_SIGNED_IN;
import static dev.mailbrake.sandbox.zoho.SampleOrganization.PAULA;
import static dev.mailbrake.sandbox.zoho.SampleOrganization.REBECCA;
import static dev.mailbrake.sandbox.zoho.SampleOrganization.TARIQ;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Two processes on one PostgreSQL whose machine clocks differ. */
@Tag("postgresql")
class ClocksApartTest {
  /** Longer than db-scheduler takes to look for dead processes. */
  private static final Duration PUT_TAKES = Duration.ofSeconds(4);

  private static final Duration TICK = Duration.ofMillis(500);

  @ParameterizedTest
  @ValueSource(ints = {30, 60})
  void writeEachChangeOnceThoughZohoIsSlow(int secondsApart) {
    try (Workplace work = Workplace.withClocksApart(Duration.ofSeconds(secondsApart))) {
      work.zoho.settings().changeTakes(PUT_TAKES);
      List<String> addresses = List.of(REBECCA, PAULA, NEVER_SIGNED_IN, TARIQ);
      addresses.stream()
          .map(work.ada::asksToBlock)
          .toList()
          .forEach(card -> work.ada.presses(Workplace.BLOCK, card));
      // Nobody looks for due jobs while the story's clock stands still.
      await()
          .atMost(Workplace.PATIENCE)
          .pollInterval(TICK)
          .until(
              () -> {
                work.clock.passes(TICK);
                return !work.record().states().contains("WAITING") && work.record().isDone();
              });

      assertThat(work.zoho.writes()).hasSameSizeAs(addresses);
      assertThat(work.record().events().stream().filter("ATTEMPTED"::equals))
          .hasSameSizeAs(addresses);
    }
  }

  @ParameterizedTest
  @CsvSource({"30, 0", "30, 1", "60, 0", "60, 1"})
  void expireARequestAtTheSameInstantOnEitherProcess(int secondsApart, int survivor) {
    try (Workplace work = Workplace.withClocksApart(Duration.ofSeconds(secondsApart))) {
      work.ada.asksToBlock(REBECCA);
      work.rests();
      work.isLeftTo(survivor);

      work.passes(Duration.ofMinutes(10).minusSeconds(1));
      work.rests();
      assertThat(work.record().states()).containsExactly("WAITING");

      work.passes(Duration.ofSeconds(1));
      work.card("Expired, nothing changed", REBECCA);
    }
  }

  @ParameterizedTest
  @CsvSource({"30, 0", "30, 1", "60, 0", "60, 1"})
  void endABlockAtTheSameInstantOnEitherProcess(int secondsApart, int survivor) {
    try (Workplace work = Workplace.withClocksApart(Duration.ofSeconds(secondsApart))) {
      work.ada.types("/mail-block " + REBECCA + " for 30m sends phishing");
      work.ada.presses(Workplace.BLOCK, work.card("Block outgoing mail?"));
      work.card("Blocked, verified");
      work.rests();
      work.isLeftTo(survivor);

      work.passes(Duration.ofSeconds(1_350 - 1));
      work.rests();
      assertThat(work.hasCard("This block ends soon")).isFalse();
      work.passes(Duration.ofSeconds(1));
      work.card("This block ends soon");

      work.passes(Duration.ofSeconds(450 - 1));
      work.rests();
      assertThat(work.isBlocked(REBECCA)).isTrue();
      work.passes(Duration.ofSeconds(1));
      work.card("Allowed, verified");
    }
  }
}
