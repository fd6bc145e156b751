package dev.mailbrake.store;

import java.time.Clock;
import java.util.function.LongSupplier;

/**
 * What one machine knows of time.
 *
 * @param wall its clock, which somebody may set while the bot runs
 * @param nanos the nanoseconds that have passed since some moment, which nobody can set
 */
public record MachineTime(Clock wall, LongSupplier nanos) {}
