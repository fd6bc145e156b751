package dev.mailbrake.store;

import dev.mailbrake.store.DatabaseClock.Reference.Reading;
import java.time.Clock;
import java.util.function.LongSupplier;

/**
 * One machine's clock, which somebody may set while the bot runs, and its monotonic nanoseconds.
 */
public record MachineTime(Clock wall, LongSupplier nanos) {
  Reading read() {
    long now = nanos.getAsLong();
    return new Reading(wall.instant(), now, now);
  }
}
