package dev.mailbrake.bench.crash;

import dev.mailbrake.sandbox.page.ShiftedClock;
import java.time.Duration;

/**
 * How wrong the clocks of the processes' machines are.
 *
 * @param world the clock of everyone around a single process: record and stand-ins can be compared
 *     only if their times do not go back
 */
record Skew(RunOptions options, ShiftedClock world) {
  /** How far ahead the clock is on the machine where the next process starts. */
  Duration ofNext(int number) {
    if (options.database().processes() > 1) {
      return options.skew().multipliedBy(number);
    }
    world.forward(options.skew());
    return world.ahead();
  }
}
