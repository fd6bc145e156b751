package dev.mailbrake.config;

import java.util.Optional;

/**
 * Where the record is kept.
 *
 * @param jdbcUrl {@code jdbc:sqlite:…} or {@code jdbc:postgresql:…}, without user and password
 * @param login empty where the database asks for none
 */
public record DatabaseSettings(String jdbcUrl, Optional<Login> login) {

  public DatabaseSettings(String jdbcUrl) {
    this(jdbcUrl, Optional.empty());
  }

  /** Without parameters. */
  public String name() {
    return jdbcUrl.replaceFirst("\\?.*", "");
  }

  public record Login(String user, Secret password) {}
}
