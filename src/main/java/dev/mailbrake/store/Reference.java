package dev.mailbrake.store;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * The clock that a {@link DatabaseClock} goes by.
 *
 * @param name whose it is, for the log
 * @param reading looks at it; throws a RuntimeException if it cannot be reached
 * @param patience how long it must have differed before that is believed
 */
record Reference(String name, Supplier<Reading> reading, Duration patience) {

  /**
   * One look.
   *
   * @param instant what it showed
   * @param before the machine's nanoseconds when it was asked
   * @param after the same when its answer had come
   */
  record Reading(Instant instant, long before, long after) {
    Duration roundTrip() {
      return Duration.ofNanos(after - before);
    }

    /** The machine's nanoseconds when it most likely showed that. */
    long nanos() {
      return before + (after - before) / 2;
    }
  }
}
