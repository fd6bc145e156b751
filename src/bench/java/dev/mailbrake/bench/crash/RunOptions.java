package dev.mailbrake.bench.crash;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What one run does.
 *
 * @param seed of everything that is random in it
 */
public record RunOptions(DatabaseKind database, int kills, long seed) {
  private static final int USUAL_KILLS = 200;

  /** A database, and how many processes of the bot share it. */
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
   * The runs that the system properties {@code crash.kills}, {@code crash.seed} and {@code
   * crash.database} (sqlite, postgresql or both) ask for.
   *
   * @param seed where none is asked for
   */
  static List<RunOptions> fromProperties(long seed) {
    int kills = Integer.getInteger("crash.kills", USUAL_KILLS);
    long wanted = Long.getLong("crash.seed", seed);
    String database = System.getProperty("crash.database", "both");
    List<RunOptions> runs =
        Arrays.stream(DatabaseKind.values())
            .filter(kind -> database.equals("both") || database.equals(kind.word()))
            .map(kind -> new RunOptions(kind, kills, wanted))
            .toList();
    if (runs.isEmpty()) {
      throw new IllegalArgumentException(
          "crash.database is sqlite, postgresql or both, not " + database);
    }
    return runs;
  }
}
