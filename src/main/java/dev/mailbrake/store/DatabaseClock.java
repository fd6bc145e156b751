package dev.mailbrake.store;

import dev.mailbrake.log.NamedThreads;
import dev.mailbrake.store.DatabaseClock.Reference.Reading;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * One clock for all processes on a database: what the database's clock showed, plus this machine's
 * monotonic time. It looks at the database's clock every minute, and at once when this machine's
 * clock jumps, because the machine may have been suspended. A failed look changes nothing.
 */
final class DatabaseClock extends Clock {
  private static final Duration EVERY = Duration.ofMinutes(1);
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);

  /** Smaller differences are ignored, so the clock rarely steps back at all. */
  private static final Duration TOLERANCE = Duration.ofMillis(250);

  /** A slower answer says too little about when it was given. */
  private static final Duration LONGEST_ROUND_TRIP = Duration.ofSeconds(1);

  private static final Duration WORTH_A_WARNING = Duration.ofSeconds(3);

  private static final Duration JUMP = Duration.ofSeconds(1);
  private static final Logger LOG = LoggerFactory.getLogger(DatabaseClock.class);

  private final MachineTime machine;
  private final Reference reference;
  private final Executor looks;
  private final AtomicBoolean looking = new AtomicBoolean();
  private volatile State state;

  private DatabaseClock(MachineTime machine, Reference reference, Executor looks, State state) {
    this.machine = machine;
    this.reference = reference;
    this.looks = looks;
    this.state = state;
  }

  /** Waits for the first look, so it is correct from the start. */
  static DatabaseClock of(MachineTime machine, Reference reference) {
    NamedThreads threads = NamedThreads.daemons("clock");
    return of(machine, reference, look -> threads.newThread(look).start());
  }

  static DatabaseClock of(MachineTime machine, Reference reference, Executor looks) {
    DatabaseClock clock = new DatabaseClock(machine, reference, looks, State.from(machine.read()));
    clock.look();
    return clock;
  }

  @Override
  public Instant instant() {
    State now = state;
    long nanos = machine.nanos().getAsLong();
    if (isDue(now, nanos) && looking.compareAndSet(false, true)) {
      looks.execute(this::look);
    }
    return now.at(nanos);
  }

  private boolean isDue(State now, long nanos) {
    return nanos - now.nextLook() >= 0
        || wallAhead(now, nanos).minus(now.wallAhead()).abs().compareTo(JUMP) > 0;
  }

  private Duration wallAhead(State now, long nanos) {
    return Duration.between(now.at(nanos), machine.wall().instant());
  }

  private void look() {
    try {
      state = believed(reference.reading().get());
    } catch (RuntimeException away) { // Database logs what is wrong, once.
      LOG.debug("cannot read {}; continuing without it", reference.name(), away);
      state = watched(state, AFTER_FAILURE);
    } finally {
      looking.set(false);
    }
  }

  private State believed(Reading reading) {
    if (reading.roundTrip().compareTo(LONGEST_ROUND_TRIP) > 0) {
      return watched(state, AFTER_FAILURE);
    }
    Duration apart = Duration.between(state.at(reading.nanos()), reading.instant());
    if (apart.abs().compareTo(TOLERANCE.plus(reading.roundTrip().dividedBy(2))) <= 0) {
      return watched(state.agreed(), EVERY);
    }
    State doubted = state.doubted(reading.after());
    Duration left = reference.patience().minus(doubted.doubtedFor(reading.after()));
    if (left.compareTo(Duration.ZERO) > 0) {
      return watched(doubted, left);
    }
    LOG.atLevel(apart.abs().compareTo(WORTH_A_WARNING) > 0 ? Level.WARN : Level.INFO)
        .log("the time is corrected by {} s, to {}", seconds(apart), reference.name());
    return watched(State.from(reading), EVERY);
  }

  private static String seconds(Duration apart) {
    return String.format(Locale.ROOT, "%+.1f", apart.toMillis() / 1_000.0);
  }

  private State watched(State next, Duration pause) {
    long nanos = machine.nanos().getAsLong();
    return next.watched(nanos + pause.toNanos(), wallAhead(next, nanos));
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("the record has no zone");
  }

  /**
   * All numbers are the machine's nanoseconds.
   *
   * @param nanos at {@code instant}
   * @param wallAhead how far the machine's clock was ahead at the last look
   * @param doubt since when the reference differs
   */
  private record State(
      long nanos, Instant instant, long nextLook, Duration wallAhead, Optional<Long> doubt) {
    static State from(Reading reading) {
      long nanos = reading.nanos();
      return new State(nanos, reading.instant(), nanos, Duration.ZERO, Optional.empty());
    }

    Instant at(long then) {
      return instant.plusNanos(then - nanos);
    }

    State agreed() {
      return new State(nanos, instant, nextLook, wallAhead, Optional.empty());
    }

    State doubted(long since) {
      return new State(nanos, instant, nextLook, wallAhead, Optional.of(doubt.orElse(since)));
    }

    Duration doubtedFor(long until) {
      return Duration.ofNanos(doubt.map(since -> until - since).orElse(0L));
    }

    State watched(long next, Duration ahead) {
      return new State(nanos, instant, next, ahead, doubt);
    }
  }

  /**
   * The clock that a {@link DatabaseClock} follows.
   *
   * @param name for the log
   * @param reading looks at it; throws a RuntimeException if it cannot be reached
   * @param patience how long it must differ before it is believed
   */
  record Reference(String name, Supplier<Reading> reading, Duration patience) {

    /** What it showed, and the machine's nanoseconds at the question and at the answer. */
    record Reading(Instant instant, long before, long after) {
      Duration roundTrip() {
        return Duration.ofNanos(after - before);
      }

      /** When it most likely showed that. */
      long nanos() {
        return before + (after - before) / 2;
      }
    }
  }
}
