package dev.mailbrake.config;

/**
 * Where the record is kept.
 *
 * @param jdbcUrl {@code jdbc:sqlite:…}
 */
public record DatabaseSettings(String jdbcUrl) {}
