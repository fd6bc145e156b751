package dev.mailbrake.sandbox.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * A real PostgreSQL server without a password, started from Maven artifacts on first use, on a free
 * port of the loopback interface. Each process has its own, which stops with it.
 */
public final class LocalPostgres {
  /** A busy machine takes longer than the ten seconds that it is given by default. */
  private static final Duration STARTS_WITHIN = Duration.ofMinutes(1);

  private static Optional<EmbeddedPostgres> running = Optional.empty();

  private LocalPostgres() {}

  /**
   * Creates an empty database.
   *
   * @return its address in the form that platforms give
   */
  public static String newDatabase() {
    EmbeddedPostgres server = server();
    String name = "mailbrake_" + UUID.randomUUID().toString().replace("-", "");
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("create database " + name);
    } catch (SQLException e) {
      throw new IllegalStateException("cannot create a database on the local PostgreSQL", e);
    }
    return "postgres://postgres:@127.0.0.1:" + server.getPort() + "/" + name;
  }

  private static synchronized EmbeddedPostgres server() {
    EmbeddedPostgres server = running.orElseGet(LocalPostgres::start);
    running = Optional.of(server);
    return server;
  }

  /** A test need not survive a power failure, so nothing has to wait for the disk. */
  private static EmbeddedPostgres start() {
    try {
      return EmbeddedPostgres.builder()
          .setPGStartupWait(STARTS_WITHIN)
          .setServerConfig("fsync", "off")
          .setServerConfig("full_page_writes", "off")
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException("PostgreSQL does not start on this machine", e);
    }
  }
}
