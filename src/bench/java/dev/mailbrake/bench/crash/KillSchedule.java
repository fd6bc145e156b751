package dev.mailbrake.bench.crash;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Which process is killed when; the same for the same seed. */
final class KillSchedule {
  private static final int LONGEST_UNDER_LOAD = 3_000;
  private static final int LONGEST_IN_A_START = 1_500;

  /** One kill in this many hits a process that is still starting. */
  private static final int IN_A_START = 8;

  private KillSchedule() {}

  /**
   * One kill.
   *
   * @param whileStarting whether it hits the process started last, however far along it is
   * @param victim otherwise, the number of the process
   * @param after the pause before it
   */
  record Kill(boolean whileStarting, int victim, Duration after) {}

  static List<Kill> of(RunOptions options) {
    Random random = new Random(options.seed());
    return Stream.generate(() -> next(random, options.database().processes()))
        .limit(options.kills())
        .toList();
  }

  private static Kill next(Random random, int processes) {
    boolean whileStarting = random.nextInt(IN_A_START) == 0;
    int longest = whileStarting ? LONGEST_IN_A_START : LONGEST_UNDER_LOAD;
    return new Kill(
        whileStarting, random.nextInt(processes), Duration.ofMillis(random.nextInt(longest)));
  }
}
