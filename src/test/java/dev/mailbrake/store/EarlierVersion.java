package dev.mailbrake.store;

import dev.mailbrake.sandbox.database.FreshDatabase;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;

/** The database of a Mailbrake from before the newest migrations. */
final class EarlierVersion {
  private EarlierVersion() {}

  /** Creates the tables of that schema version, such as {@code 2}. */
  static void migrates(FreshDatabase place, String schema) {
    Flyway.configure()
        .dataSource(place.jdbcUrl(), null, null)
        .placeholders(Dialect.of(place.settings()).columnTypes())
        .target(MigrationVersion.fromVersion(schema))
        .load()
        .migrate();
  }
}
