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
import java.util.function.Consumer;
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

  private final Dialect dialect;
  private final HikariDataSource pool;
  private final HikariDataSource readers;
  private final Optional<FileClaim> claim;
  private final Jdbi jdbi;
  private final Jdbi readingJdbi;
  private volatile String lastFailure = "";

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
    jdbi.registerArgument(new Columns.Text()).registerArgument(new Columns.Moment());
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
          () -> connected(settings, config, claim, pool -> Migrations.of(pool, dialect).apply()));
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
          Migrations.of(unpooled(settings, dialect), dialect).expectCurrent();
          return connected(settings, config, Optional.empty(), pool -> {});
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
  static DataSource unpooled(DatabaseSettings settings, Dialect dialect) {
    HikariConfig config = config(settings, dialect);
    dialect.removeSetup(config);
    return new DriverDataSource(
        config.getJdbcUrl(),
        config.getDriverClassName(),
        config.getDataSourceProperties(),
        config.getUsername(),
        config.getPassword());
  }

  private static Database connected(
      DatabaseSettings settings,
      HikariConfig config,
      Optional<FileClaim> claim,
      Consumer<DataSource> prepare) {
    Dialect dialect = Dialect.of(settings);
    HikariDataSource pool = new HikariDataSource(config);
    try {
      prepare.accept(pool);
      Optional<HikariConfig> readers = dialect.readers(settings);
      readers.ifPresent(reading -> reading.setConnectionTimeout(LONGEST_WAIT.toMillis()));
      return new Database(dialect, pool, readers.map(HikariDataSource::new).orElse(pool), claim);
    } catch (RuntimeException failed) {
      pool.close();
      throw failed;
    }
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
      return found("", null);
    } catch (RuntimeException failed) {
      return found(why(failed), Fault.isOutage(failed) ? null : failed);
    }
  }

  /** What is wrong; for whoever waited for a connection, what those who held them met. */
  String why(RuntimeException failed) {
    String known = lastFailure;
    return Fault.isOfPool(failed) && !known.isEmpty() ? known : Fault.words(failed);
  }

  /** Logs changes only, so an outage is two lines. A {@code bug} is logged with its stack trace. */
  private synchronized boolean found(String failure, @Nullable RuntimeException bug) {
    boolean news = !lastFailure.equals(failure);
    lastFailure = failure;
    if (news && failure.isEmpty()) {
      LOG.info("the database can be written again");
    } else if (news) {
      LOG.error(
          "the database cannot be written: {}; Mailbrake does nothing until it can", failure, bug);
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

  /** Reads one consistent state without waiting for writers, or throws LedgerUnavailable. */
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

  @Override
  public void close() {
    readers.close();
    pool.close();
    claim.ifPresent(FileClaim::close);
  }
}
