package dev.mailbrake.bench.crash;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The options of one run.
 *
 * @param seed seeds everything random in it
 * @param skew how far the clocks of two processes' machines are apart; for a single process, how
 *     far its machine's clock jumps ahead between two starts
 */
public record RunOptions(DatabaseKind database, int kills, long seed, Duration skew) {
  private static final int DEFAULT_KILLS = 200;

  /** A kind of database, and how many processes of the bot share it. */
  public enum DatabaseKind {
    SQLITE(1),
    POSTGRESQL(2);

    private final int processes;

    DatabaseKind(int processes) {
      this.processes = processes;
    }

    int processes() {
      return processes;
    }

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * The runs that the system properties {@code crash.kills}, {@code crash.seed}, {@code crash.skew}
   * (seconds) and {@code crash.database} (sqlite, postgresql or both) ask for.
   *
   * @param seed the default
   */
  static List<RunOptions> fromProperties(long seed) {
    int kills = Integer.getInteger("crash.kills", DEFAULT_KILLS);
    long wanted = Long.getLong("crash.seed", seed);
    Duration skew = Duration.ofSeconds(Long.getLong("crash.skew", 0));
    String database = System.getProperty("crash.database", "both");
    List<RunOptions> runs =
        Arrays.stream(DatabaseKind.values())
            .filter(kind -> database.equals("both") || database.equals(kind.word()))
            .map(kind -> new RunOptions(kind, kills, wanted, skew))
            .toList();
    if (runs.isEmpty()) {
      throw new IllegalArgumentException(
          "crash.database must be sqlite, postgresql or both, not " + database);
    }
    return runs;
  }
}
