package dev.mailbrake.store;

import dev.mailbrake.check.Check;
import dev.mailbrake.check.ClockSkew;
import dev.mailbrake.check.Finding;
import dev.mailbrake.config.DatabaseSettings;
import dev.mailbrake.store.DatabaseClock.Reference.Reading;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Checks the clock of a database server; an embedded database has none of its own. */
public final class DatabaseClockCheck implements Check {
  private static final String SUBJECT = "Database clock";
  private static final Duration MOST = Duration.ofSeconds(3);
  private static final String REMEDY =
      "Synchronize the clocks of both machines by NTP. Mailbrake goes by the database's clock, so"
          + " all its processes agree. If that clock is wrong, blocks end at the wrong time, and"
          + " once it's five minutes off, requests from Slack are refused.";

  private final DatabaseSettings settings;
  private final Dialect dialect;
  private final MachineTime machine;

  private DatabaseClockCheck(DatabaseSettings settings, Dialect dialect, MachineTime machine) {
    this.settings = settings;
    this.dialect = dialect;
    this.machine = machine;
  }

  public static DatabaseClockCheck of(DatabaseSettings settings, MachineTime machine) {
    return new DatabaseClockCheck(settings, Dialect.of(settings), machine);
  }

  @Override
  public List<Finding> look() {
    if (dialect.file(settings).isPresent()) {
      return List.of();
    }
    try {
      Reading reading =
          dialect
              .clock(Database.jdbi(Database.unpooled(settings, dialect)), machine)
              .reading()
              .get();
      return List.of(compared(reading));
    } catch (RuntimeException closed) {
      return List.of(Finding.skipped(SUBJECT, DatabaseCheck.DATABASE));
    }
  }

  private Finding compared(Reading reading) {
    Instant ours = machine.wall().instant().minus(reading.roundTrip().dividedBy(2));
    Duration ahead = Duration.between(reading.instant(), ours);
    return ClockSkew.of(SUBJECT, "the database", ahead, MOST, REMEDY);
  }
}
