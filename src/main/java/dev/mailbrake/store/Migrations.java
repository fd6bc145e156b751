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
    newer(flyway.info())
        .ifPresent(
            version -> {
              throw new FlywayException(
                  "a newer version of Mailbrake has written it (its schema is "
                      + version
                      + "). Start that version, or restore the backup made before it");
            });
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
