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

/** The migrations of one database: those applied, and those that this version would apply. */
final class Migrations {
  private static final Set<MigrationState> NEWER =
      EnumSet.of(MigrationState.FUTURE_SUCCESS, MigrationState.FUTURE_FAILED);

  private final Flyway flyway;

  private Migrations(Flyway flyway) {
    this.flyway = flyway;
  }

  static Migrations of(DataSource connections, Dialect dialect) {
    return new Migrations(
        Flyway.configure()
            .dataSource(connections)
            .placeholders(dialect.columnTypes())
            .failOnMissingLocations(true)
            .load());
  }

  /**
   * Applies what is pending.
   *
   * @throws FlywayException if that fails, or a newer version has changed the schema: Flyway itself
   *     would accept that, but this version would ignore what that one added
   */
  void apply() {
    flyway.migrate();
    look().newer().ifPresent(Migrations::refuse);
  }

  /** Throws FlywayException if there is no record yet, or its schema is another version's. */
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
                            + " database; the bot creates the record when it first starts"));
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

  State look() {
    MigrationInfoService info = flyway.info();
    return new State(
        Optional.ofNullable(info.current()).map(MigrationInfo::getVersion),
        info.pending().length,
        Arrays.stream(info.applied())
            .filter(migration -> NEWER.contains(migration.getState()))
            .map(MigrationInfo::getVersion)
            .findFirst());
  }

  /** The last migration, how many are pending, and one that only a newer version knows. */
  record State(Optional<MigrationVersion> current, int pending, Optional<MigrationVersion> newer) {}
}
