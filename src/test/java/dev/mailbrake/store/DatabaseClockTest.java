package dev.mailbrake.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.mailbrake.sandbox.MovableClock;
import dev.mailbrake.sandbox.database.FreshDatabase;
import dev.mailbrake.store.DatabaseClock.Reference;
import dev.mailbrake.store.DatabaseClock.Reference.Reading;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseClockTest {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration MINUTE = Duration.ofMinutes(1);

  /** Independent of all other clocks: time passes only when a test says so. */
  private final MovableClock elapsed = new MovableClock();

  private final MovableClock wall = new MovableClock();
  private final MovableClock database = new MovableClock();
  private final MachineTime machine =
      new MachineTime(wall, () -> TimeUnit.MILLISECONDS.toNanos(elapsed.millis()));
  private Duration roundTrip = Duration.ZERO;
  private boolean isAway;

  private void passes(Duration time) {
    elapsed.passes(time);
    wall.passes(time);
    database.passes(time);
  }

  private DatabaseClock shared() {
    return DatabaseClock.of(
        machine, new Reference("the database's clock", this::read, Duration.ZERO), Runnable::run);
  }

  private DatabaseClock alone() {
    return DatabaseClock.of(
        machine, Dialect.SQLITE.clock(Jdbi.create("jdbc:none"), machine), Runnable::run);
  }

  private Reading read() {
    if (isAway) {
      throw new IllegalStateException("the database is away");
    }
    long before = machine.nanos().getAsLong();
    passes(roundTrip.dividedBy(2));
    Instant shown = database.instant();
    passes(roundTrip.dividedBy(2));
    return new Reading(shown, before, machine.nanos().getAsLong());
  }

  /** What a clock shows after reading the time if it must. */
  private static Instant now(Clock clock) {
    assertThat(clock.instant()).isNotNull();
    return clock.instant();
  }

  @ParameterizedTest
  @ValueSource(longs = {30, -30, 3_600})
  void showsTheDatabasesTimeFromTheBeginning(long secondsAhead) {
    wall.passes(Duration.ofSeconds(secondsAhead));
    roundTrip = Duration.ofMillis(400);

    assertThat(shared().instant()).isEqualTo(database.instant());
  }

  @Test
  void ignoresThisMachinesClock() {
    Clock clock = shared();
    wall.passes(HOUR);
    assertThat(now(clock)).isEqualTo(database.instant());
    wall.passes(HOUR.multipliedBy(-2));
    passes(MINUTE);
    assertThat(now(clock)).isEqualTo(database.instant());
  }

  @Test
  void noticesAtOnceThatTheMachineWasSuspended() {
    Clock clock = shared();
    wall.passes(HOUR);
    database.passes(HOUR);

    assertThat(now(clock)).isEqualTo(database.instant());
  }

  @ParameterizedTest
  @ValueSource(longs = {3_600, -3_600, 1})
  void followsTheDatabasesClockWithinAMinute(long seconds) {
    Clock clock = shared();
    Instant before = now(clock);
    database.passes(Duration.ofSeconds(seconds));
    assertThat(now(clock)).isEqualTo(before);

    passes(MINUTE);

    assertThat(now(clock)).isEqualTo(database.instant());
  }

  @Test
  void ignoresADifferenceThatARoundTripExplains() {
    Clock clock = shared();
    database.passes(Duration.ofMillis(-240));
    passes(MINUTE);

    assertThat(now(clock)).isEqualTo(elapsed.instant());
  }

  @Test
  void continuesWhileTheDatabaseIsDownAndReadsAgainSoon() {
    Clock clock = shared();
    isAway = true;
    database.passes(HOUR);
    passes(MINUTE);
    assertThat(now(clock)).isEqualTo(elapsed.instant());

    isAway = false;
    passes(Duration.ofSeconds(5));
    assertThat(now(clock)).isEqualTo(database.instant());
  }

  @Test
  void ignoresAnAnswerThatTookLong() {
    Clock clock = shared();
    database.passes(HOUR);
    roundTrip = Duration.ofMillis(1_100);
    passes(MINUTE);

    assertThat(now(clock)).isEqualTo(elapsed.instant());
  }

  @Test
  void blocksNobodyDuringARead() {
    Queue<Runnable> looks = new ArrayDeque<>();
    Clock clock =
        DatabaseClock.of(
            machine, new Reference("the database's clock", this::read, Duration.ZERO), looks::add);
    database.passes(HOUR);
    passes(MINUTE);

    assertThat(now(clock)).isEqualTo(elapsed.instant());
    assertThat(looks).hasSize(1);
    looks.remove().run();
    assertThat(now(clock)).isEqualTo(database.instant());
  }

  @ParameterizedTest
  @ValueSource(longs = {3_600, -3_600})
  void ignoresAMachineClockThatIsWrongForAMoment(long seconds) {
    Clock clock = alone();
    wall.passes(Duration.ofSeconds(seconds));
    now(clock);
    passes(MINUTE.minusSeconds(1));
    assertThat(now(clock)).isEqualTo(elapsed.instant());

    wall.passes(Duration.ofSeconds(-seconds));
    now(clock);
    passes(MINUTE);

    assertThat(now(clock)).isEqualTo(elapsed.instant());
  }

  @ParameterizedTest
  @ValueSource(longs = {3_600, -3_600})
  void followsTheMachinesClockOnceItIsStableForAMinute(long seconds) {
    Clock clock = alone();
    wall.passes(Duration.ofSeconds(seconds));
    now(clock);
    passes(MINUTE);

    assertThat(now(clock)).isEqualTo(wall.instant());
  }

  /** With a real PostgreSQL on this machine. */
  @Test
  void agreesWithAServerHoweverWrongThisMachinesClockIs() {
    try (Database open = Database.open(FreshDatabase.onPostgres().settings())) {
      Clock ahead = Clock.offset(Clock.systemUTC(), HOUR);

      Clock clock = open.clock(new MachineTime(ahead, System::nanoTime));

      assertThat(clock.instant()).isCloseTo(Instant.now(), within(1, ChronoUnit.SECONDS));
    }
  }
}
