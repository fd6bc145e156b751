package dev.mailbrake.bench.crash;

import dev.mailbrake.sandbox.page.ShiftedClock;
import java.time.Duration;

/**
 * How wrong the clocks of the processes' machines are.
 *
 * @param world of everybody around a process that is alone: record and stand-ins can only be held
 *     against each other where their times do not go back
 */
record Skew(RunOptions options, ShiftedClock world) {
  /** How far the clock of the machine is ahead on which a process is started next. */
  Duration ofNext(int number) {
    if (options.database().processes() > 1) {
      return options.skew().multipliedBy(number);
    }
    world.forward(options.skew());
    return world.ahead();
  }
}
