package dev.mailbrake.store;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.MigrationVersion;

/** The migrations of one database: those it has had, and those that this version would make. */
final class Migrations {
  private static final Set<MigrationState> NEWER =
      EnumSet.of(MigrationState.FUTURE_SUCCESS, MigrationState.FUTURE_FAILED);

  private final Flyway flyway;

  private Migrations(Flyway flyway) {
    this.flyway = flyway;
  }

  /** Asks the database for nothing yet. */
  static Migrations of(DataSource connections, Dialect dialect) {
    return new Migrations(
        Flyway.configure()
            .dataSource(connections)
            .placeholders(dialect.columnTypes())
            .failOnMissingLocations(true)
            .load());
  }

  /**
   * Makes those that are pending.
   *
   * @throws FlywayException if that cannot be, or a newer version has been at work: to Flyway
   *     itself it would have nothing to do, but what that version added, this one would not heed
   */
  void apply() {
    flyway.migrate();
    newer(flyway.info()).ifPresent(Migrations::refuse);
  }

  /**
   * Makes none: a command next to the bot must not change what that one works on.
   *
   * @throws FlywayException if there is no record yet, or its schema is not this version's
   */
  void expectCurrent() {
    State state = look();
    state.newer().ifPresent(Migrations::refuse);
    MigrationVersion version =
        state
            .current()
            .orElseThrow(
                () ->
                    new FlywayException(
                        "there is no record in it yet. Check that DATABASE_URL names the bot's"
                            + " database; the bot makes the record when it first starts"));
    if (state.pending() > 0) {
      throw new FlywayException(
          "an older version of Mailbrake has written it (its schema is %s), and only serve brings it up to date. Use the jar of the version that runs, or start this one first"
              .formatted(version));
    }
  }

  private static void refuse(MigrationVersion newer) {
    throw new FlywayException(
        "a newer version of Mailbrake has written it (its schema is "
            + newer
            + "). Start that version, or restore the backup made before it");
  }

  /**
   * Only looks.
   *
   * @throws FlywayException if the database does not let it
   */
  State look() {
    MigrationInfoService info = flyway.info();
    return new State(
        Optional.ofNullable(info.current()).map(MigrationInfo::getVersion),
        info.pending().length,
        newer(info));
  }

  private static Optional<MigrationVersion> newer(MigrationInfoService info) {
    return Arrays.stream(info.applied())
        .filter(migration -> NEWER.contains(migration.getState()))
        .map(MigrationInfo::getVersion)
        .findFirst();
  }

  /**
   * How far a database is.
   *
   * @param current the last that it has had; empty if it has had none
   * @param pending how many the next start would make
   * @param newer one that this version does not know, if it has had any
   */
  record State(Optional<MigrationVersion> current, int pending, Optional<MigrationVersion> newer) {}
}
