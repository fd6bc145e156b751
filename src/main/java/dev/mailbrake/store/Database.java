package dev.mailbrake.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import dev.mailbrake.config.DatabaseSettings;
import dev.mailbrake.request.LedgerUnavailable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;

/** The embedded database, open and migrated. */
public final class Database implements AutoCloseable {
  private static final String SQLITE = "jdbc:sqlite:";

  /**
   * What makes a commit durable and writers wait for each other. A deferred transaction that turns
   * into a writer fails at once when another one writes, so each starts as a writer.
   */
  private static final Map<String, String> PRAGMAS =
      Map.of(
          "journal_mode", "WAL",
          "synchronous", "FULL",
          "foreign_keys", "ON",
          "busy_timeout", "2000",
          "transaction_mode", "IMMEDIATE");

  private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

  /** More than a free page or two takes, so that a full disk shows. */
  private static final String PROBE = "x".repeat(16_384);

  private final HikariDataSource pool;
  private final Jdbi jdbi;

  private Database(HikariDataSource pool) {
    this.pool = pool;
    jdbi = Jdbi.create(pool);
    // Its messages would name what was bound: reply urls, which are keys, and what people wrote.
    jdbi.getConfig(StatementExceptions.class).setMessageRendering(MessageRendering.NONE);
  }

  /**
   * Opens the database, makes its directory and tables where they are missing, and brings an older
   * one up to date.
   *
   * @throws LedgerUnavailable if that cannot be; the message says why
   */
  public static Database open(DatabaseSettings settings) {
    makeDirectory(settings);
    try {
      Database database = new Database(new HikariDataSource(pool(settings.jdbcUrl())));
      database.migrate();
      return database;
    } catch (PoolInitializationException | FlywayException closed) {
      throw new LedgerUnavailable(
          "the database " + settings.jdbcUrl() + " cannot be opened: " + Fault.words(closed),
          closed);
    }
  }

  private static void makeDirectory(DatabaseSettings settings) {
    String file =
        settings
            .jdbcUrl()
            .substring(SQLITE.length())
            .replaceFirst("^file:", "")
            .replaceFirst("\\?.*", "");
    Path directory = Path.of(file).toAbsolutePath().getParent();
    try {
      if (directory != null) {
        Files.createDirectories(directory);
      }
    } catch (IOException cannot) {
      throw new LedgerUnavailable(
          "the database's directory " + directory + " cannot be made", cannot);
    }
  }

  private static HikariConfig pool(String jdbcUrl) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(jdbcUrl);
    config.setPoolName("record");
    // SQLite has one writer at a time; a second connection could only wait for the first.
    config.setMaximumPoolSize(1);
    config.setConnectionTimeout(LONGEST_WAIT.toMillis());
    PRAGMAS.forEach(config::addDataSourceProperty);
    return config;
  }

  private void migrate() {
    try {
      Flyway.configure()
          .dataSource(pool)
          .placeholders(Map.of("binary", "blob", "timestamp", "timestamp"))
          .failOnMissingLocations(true)
          .load()
          .migrate();
    } catch (FlywayException failed) {
      pool.close();
      throw failed;
    }
  }

  /** The connections, for whoever keeps tables of its own here. */
  public DataSource dataSource() {
    return pool;
  }

  /** Whether the record can be written now. Writes, since nothing else would show a full disk. */
  public boolean isWritable() {
    try {
      jdbi.useTransaction(
          handle -> {
            handle.execute("insert into write_probe values (?)", PROBE);
            handle.execute("delete from write_probe");
          });
      return true;
    } catch (JdbiException unavailable) {
      return false;
    }
  }

  Jdbi jdbi() {
    return jdbi;
  }

  @Override
  public void close() {
    pool.close();
  }
}
