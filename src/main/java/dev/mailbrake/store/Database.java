package dev.mailbrake.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.util.DriverDataSource;
import dev.mailbrake.config.DatabaseSettings;
import dev.mailbrake.request.port.LedgerUnavailable;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

public final class Database implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Database.class);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

  /** More than fits into a free page or two, so a full disk shows. */
  private static final String PROBE = "x".repeat(16_384);

  private static final String NO_FAILURE = "";

  private final Dialect dialect;
  private final HikariDataSource pool;
  private final HikariDataSource readers;
  private final Optional<FileClaim> claim;
  private final Jdbi jdbi;
  private final Jdbi readingJdbi;
  private volatile String lastFailure = NO_FAILURE;

  private Database(
      Dialect dialect, HikariDataSource pool, HikariDataSource readers, Optional<FileClaim> claim) {
    this.dialect = dialect;
    this.pool = pool;
    this.readers = readers;
    this.claim = claim;
    jdbi = jdbi(pool);
    readingJdbi = jdbi(readers);
  }

  static Jdbi jdbi(DataSource connections) {
    Jdbi jdbi = Jdbi.create(connections);
    jdbi.registerArgument(new StorableText.Argument());
    // Its messages would quote what was bound: reply URLs, which are keys, and people's text.
    jdbi.getConfig(StatementExceptions.class).setMessageRendering(MessageRendering.NONE);
    return jdbi;
  }

  /**
   * Opens the database, and creates or upgrades its schema. An embedded database belongs to this
   * process until it is closed.
   *
   * @throws LedgerUnavailable if that fails, a newer version has changed the schema, or another
   *     process uses the same file; the message says why
   */
  public static Database open(DatabaseSettings settings) {
    Dialect dialect = Dialect.of(settings);
    HikariConfig config = config(settings, dialect);
    Optional<FileClaim> claim = dialect.file(settings).map(FileClaim::on);
    try {
      return opened(
          settings,
          () -> {
            HikariDataSource pool = migrated(config, dialect);
            return new Database(dialect, pool, readers(settings, dialect, pool), claim);
          });
    } catch (RuntimeException failed) {
      claim.ifPresent(FileClaim::close);
      throw failed;
    }
  }

  /**
   * Opens an existing record for a command that runs alongside the bot: creates and upgrades
   * nothing, and holds no idle connections.
   *
   * @throws LedgerUnavailable if it cannot be opened, there is none, or its schema is not this
   *     version's; the message says why
   */
  public static Database visit(DatabaseSettings settings) {
    Dialect dialect = Dialect.of(settings);
    expectFile(dialect.file(settings));
    HikariConfig config = config(settings, dialect);
    config.setMinimumIdle(0);
    return opened(
        settings,
        () -> {
          Migrations.of(actors(settings, dialect), dialect).expectCurrent();
          HikariDataSource pool = new HikariDataSource(config);
          return new Database(dialect, pool, readers(settings, dialect, pool), Optional.empty());
        });
  }

  /** Opening a missing embedded database would create it. */
  private static void expectFile(Optional<Path> file) {
    file.filter(Files::notExists)
        .ifPresent(
            missing -> {
              throw new LedgerUnavailable(
                  "there is no database " + missing, new NoSuchFileException(missing.toString()));
            });
  }

  private static Database opened(DatabaseSettings settings, Supplier<Database> opening) {
    try {
      return opening.get();
    } catch (RuntimeException closed) { // Also the pool's own exception, for a malformed URL.
      if (closed instanceof FlywayException && Fault.isBug(closed)) {
        throw closed;
      }
      throw new LedgerUnavailable(
          "the database " + settings.name() + " cannot be opened: " + Fault.words(closed), closed);
    }
  }

  private static HikariConfig config(DatabaseSettings settings, Dialect dialect) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(settings.jdbcUrl());
    settings
        .login()
        .ifPresent(
            login -> {
              config.setUsername(login.user());
              config.setPassword(login.password().reveal());
            });
    config.setPoolName("record");
    config.setConnectionTimeout(LONGEST_WAIT.toMillis());
    dialect.configure(config);
    return config;
  }

  /** New connections, without any setup, to a database that may be another program's. */
  static DataSource actors(DatabaseSettings settings, Dialect dialect) {
    HikariConfig config = config(settings, dialect);
    dialect.leaveAsItIs(config);
    return new DriverDataSource(
        config.getJdbcUrl(),
        config.getDriverClassName(),
        config.getDataSourceProperties(),
        config.getUsername(),
        config.getPassword());
  }

  private static HikariDataSource migrated(HikariConfig config, Dialect dialect) {
    HikariDataSource pool = new HikariDataSource(config);
    try {
      Migrations.of(pool, dialect).apply();
      return pool;
    } catch (RuntimeException failed) {
      pool.close();
      throw failed;
    }
  }

  /** On a server the writers' connections serve reads too. */
  private static HikariDataSource readers(
      DatabaseSettings settings, Dialect dialect, HikariDataSource pool) {
    try {
      return dialect.readers(settings).map(Database::patient).orElse(pool);
    } catch (RuntimeException failed) {
      pool.close();
      throw failed;
    }
  }

  private static HikariDataSource patient(HikariConfig config) {
    config.setConnectionTimeout(LONGEST_WAIT.toMillis());
    return new HikariDataSource(config);
  }

  /** For whoever keeps tables of its own here. */
  public DataSource dataSource() {
    return pool;
  }

  /** The clock of all processes on this database; correct from the start, and never waits. */
  public Clock clock(MachineTime machine) {
    return DatabaseClock.of(machine, dialect.clock(jdbi, machine));
  }

  /** Writes, because nothing else would show a full disk. */
  public boolean isWritable() {
    try {
      inTransaction(
          handle -> {
            handle.execute("insert into write_probe values (?)", PROBE);
            return handle.execute("delete from write_probe");
          });
      return found(NO_FAILURE, null);
    } catch (RuntimeException failed) {
      return found(why(failed), Fault.isOutage(failed) ? null : failed);
    }
  }

  /** What is wrong; for whoever waited for a connection, what those who held them met. */
  String why(RuntimeException failed) {
    String known = lastFailure;
    return Fault.isOfPool(failed) && !known.isEmpty() ? known : Fault.words(failed);
  }

  /**
   * Logs changes only, so an outage is two lines however long it lasts.
   *
   * @param bug logged with its stack trace; null for an outage
   */
  private synchronized boolean found(String failure, @Nullable RuntimeException bug) {
    boolean news = !lastFailure.equals(failure);
    lastFailure = failure;
    if (news && failure.isEmpty()) {
      LOG.info("the database can be written again");
    } else if (news) {
      LOG.error(
          "the database cannot be written: {}; nothing is done until it can be", failure, bug);
    }
    return failure.isEmpty();
  }

  /** Does the work in the only transaction that writes at that time. */
  <T> T inTransaction(Function<Handle, T> work) {
    return jdbi.inTransaction(
        handle -> {
          dialect.becomeOnlyWriter(handle);
          return work.apply(handle);
        });
  }

  /**
   * Reads one consistent state, without waiting for writers.
   *
   * @throws LedgerUnavailable if it cannot be read
   */
  <T> T reading(Function<Handle, T> question) {
    try {
      return readingJdbi.inTransaction(
          handle -> {
            dialect.becomeReader(handle);
            return question.apply(handle);
          });
    } catch (RuntimeException failed) {
      if (!Fault.isOutage(failed)) {
        throw failed;
      }
      throw new LedgerUnavailable("the database cannot be read: " + why(failed), failed);
    }
  }

  Jdbi jdbi() {
    return jdbi;
  }

  @Override
  public void close() {
    readers.close();
    pool.close();
    claim.ifPresent(FileClaim::close);
  }
}
