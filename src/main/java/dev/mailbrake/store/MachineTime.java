package dev.mailbrake.store;

import java.time.Clock;
import java.util.function.LongSupplier;

/**
 * What one machine knows about time.
 *
 * @param wall its clock, which somebody may set while the bot runs
 * @param nanos monotonic nanoseconds
 */
public record MachineTime(Clock wall, LongSupplier nanos) {}
