package dev.mailbrake.store;

import dev.mailbrake.sandbox.database.FreshDatabase;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;

/** What a Mailbrake from before the newest migrations leaves behind. */
final class EarlierVersion {
  private EarlierVersion() {}

  /** Makes the tables of that schema, such as {@code 2}. */
  static void migrates(FreshDatabase place, String schema) {
    Flyway.configure()
        .dataSource(place.jdbcUrl(), null, null)
        .placeholders(Dialect.of(place.settings()).columnTypes())
        .target(MigrationVersion.fromVersion(schema))
        .load()
        .migrate();
  }
}
