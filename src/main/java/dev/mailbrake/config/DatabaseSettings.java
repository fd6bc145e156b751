package dev.mailbrake.config;

import java.util.Optional;

/** The database, as a JDBC URL for SQLite or PostgreSQL without user and password. */
public record DatabaseSettings(String jdbcUrl, Optional<Login> login) {
  public DatabaseSettings(String jdbcUrl) {
    this(jdbcUrl, Optional.empty());
  }

  /** The URL without parameters. */
  public String name() {
    return jdbcUrl.replaceFirst("\\?.*", "");
  }

  public record Login(String user, Secret password) {}
}
