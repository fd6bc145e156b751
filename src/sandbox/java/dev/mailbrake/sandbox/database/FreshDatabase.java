package dev.mailbrake.sandbox.database;

import dev.mailbrake.config.DatabaseSettings;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * An empty database of the kind that the system property {@code mailbrake.database} names: {@code
 * sqlite} (the default) or {@code postgresql}.
 *
 * @param url the value of {@code DATABASE_URL}
 */
public record FreshDatabase(String url) {

  /** Creates the kind that the system property names. */
  public static FreshDatabase in(Path directory) {
    return System.getProperty("mailbrake.database", "sqlite").equals("postgresql")
        ? onPostgres()
        : file(directory.resolve("mailbrake.db"));
  }

  public static FreshDatabase file(Path file) {
    return new FreshDatabase("jdbc:sqlite:" + file);
  }

  public static FreshDatabase onPostgres() {
    return new FreshDatabase(LocalPostgres.newDatabase());
  }

  /** A connection that bypasses the bot; each statement commits at once. */
  public Connection connect() throws SQLException {
    return DriverManager.getConnection(jdbcUrl());
  }

  /** The settings to open this database without a configuration. */
  public DatabaseSettings settings() {
    return new DatabaseSettings(jdbcUrl());
  }

  public String jdbcUrl() {
    return url.startsWith("jdbc:")
        ? url + "?busy_timeout=5000"
        : url.replaceFirst("postgres://([^:]*):@(.*)", "jdbc:postgresql://$2?user=$1");
  }
}
