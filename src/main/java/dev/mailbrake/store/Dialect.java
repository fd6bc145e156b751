package dev.mailbrake.store;

import com.zaxxer.hikari.HikariConfig;
import dev.mailbrake.config.DatabaseSettings;
import dev.mailbrake.store.DatabaseClock.Reference;
import dev.mailbrake.store.DatabaseClock.Reference.Reading;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Where the two databases differ. All statements outside serve both. */
enum Dialect {
  /** A file that belongs to this process. */
  SQLITE("jdbc:sqlite:", "blob", "timestamp") {
    /**
     * A deferred transaction that turns into a writer fails at once while another one writes, so
     * each starts as a writer.
     */
    private static final Map<String, String> PRAGMAS =
        Map.of(
            "journal_mode", "WAL",
            "synchronous", "FULL",
            "foreign_keys", "ON",
            "busy_timeout", "2000",
            "transaction_mode", "IMMEDIATE");

    private static final int READERS = 4;

    /** SQLITE_OPEN_READWRITE without SQLITE_OPEN_CREATE. */
    private static final String OPEN_EXISTING = "2";

    @Override
    Optional<Path> file(DatabaseSettings settings) {
      return Optional.of(path(settings));
    }

    private static Path path(DatabaseSettings settings) {
      String file = settings.name().substring(SQLITE.scheme.length()).replaceFirst("^file:", "");
      return Path.of(file).toAbsolutePath();
    }

    @Override
    void removeSetup(HikariConfig pool) {
      pool.getDataSourceProperties().remove("journal_mode"); // The file keeps it.
      // A transaction that starts as a writer gives an empty file its first page.
      pool.getDataSourceProperties().remove("transaction_mode");
      pool.addDataSourceProperty("open_mode", OPEN_EXISTING);
    }

    @Override
    void configure(HikariConfig pool) {
      // Only one can write at a time; a second connection could only wait for the first.
      pool.setMaximumPoolSize(1);
      PRAGMAS.forEach(pool::addDataSourceProperty);
    }

    /** In WAL mode, readers and the writer don't wait for each other. */
    @Override
    Optional<HikariConfig> readers(DatabaseSettings settings) {
      HikariConfig readers = new HikariConfig();
      readers.setPoolName("readers");
      readers.setJdbcUrl(SQLITE.scheme + path(settings));
      readers.setMaximumPoolSize(READERS);
      readers.setMinimumIdle(1);
      readers.setConnectionInitSql("pragma query_only = true");
      readers.addDataSourceProperty("open_mode", OPEN_EXISTING);
      readers.addDataSourceProperty("busy_timeout", PRAGMAS.get("busy_timeout"));
      return Optional.of(readers);
    }

    /** The machine's own, which is not followed if it is wrong for a moment. */
    @Override
    Reference clock(Jdbi jdbi, MachineTime machine) {
      return new Reference("this machine's clock", machine::read, Duration.ofMinutes(1));
    }
  },

  /** A server that several processes share. */
  POSTGRESQL("jdbc:postgresql:", "bytea", "timestamptz") {
    /** The name of the writers' lock: any number, the same in all processes. */
    private static final long WRITERS = 0x4d61_696c_6272_616bL;

    private static final int READINGS = 5;

    /** Few: a platform's smallest database accepts twenty from all processes together. */
    private static final int CONNECTIONS = 8;

    /** Nobody waits forever, and the server ends the transaction of a process that hangs. */
    private static final String LIMITS =
        """
        set lock_timeout = '5s';
        set statement_timeout = '15s';
        set idle_in_transaction_session_timeout = '10s'
        """;

    /** The server's error details would quote whole rows, with reply URLs, which are keys. */
    private static final Map<String, String> PROPERTIES =
        Map.of(
            "ApplicationName", "mailbrake",
            "logServerErrorDetail", "false",
            "connectTimeout", "5",
            "socketTimeout", "20",
            "tcpKeepAlive", "true");

    @Override
    void configure(HikariConfig pool) {
      pool.setMaximumPoolSize(CONNECTIONS);
      pool.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
      pool.setConnectionInitSql(LIMITS);
      PROPERTIES.forEach(pool::addDataSourceProperty);
    }

    @Override
    void becomeReader(Handle transaction) {
      transaction.execute("set transaction isolation level repeatable read, read only");
    }

    /** As in SQLite: nobody decides by what another changes, and the audit log stays one chain. */
    @Override
    void becomeOnlyWriter(Handle transaction) {
      transaction.execute("select pg_advisory_xact_lock(?)", WRITERS);
    }

    /** Followed at once: processes that disagreed about the time would act twice. */
    @Override
    Reference clock(Jdbi jdbi, MachineTime machine) {
      return new Reference(
          "the database's clock", () -> jdbi.withHandle(it -> read(it, machine)), Duration.ZERO);
    }

    /** The quickest of a few answers is the most precise. */
    private static Reading read(Handle handle, MachineTime machine) {
      return Stream.generate(() -> readOnce(handle, machine))
          .limit(READINGS)
          .min(Comparator.comparing(Reading::roundTrip))
          .orElseThrow();
    }

    private static Reading readOnce(Handle handle, MachineTime machine) {
      long before = machine.nanos().getAsLong();
      Instant shown = handle.createQuery("select clock_timestamp()").mapTo(Instant.class).one();
      return new Reading(shown, before, machine.nanos().getAsLong());
    }
  };

  private final String scheme;
  private final String binary;
  private final String timestamp;

  Dialect(String scheme, String binary, String timestamp) {
    this.scheme = scheme;
    this.binary = binary;
    this.timestamp = timestamp;
  }

  static Dialect of(DatabaseSettings settings) {
    return settings.jdbcUrl().startsWith(POSTGRESQL.scheme) ? POSTGRESQL : SQLITE;
  }

  Map<String, String> columnTypes() {
    return Map.of("binary", binary, "timestamp", timestamp);
  }

  /** The embedded database's file, absolute; empty for a server. */
  Optional<Path> file(DatabaseSettings settings) {
    return Optional.empty();
  }

  abstract void configure(HikariConfig pool);

  /** Removes what would create or change the database; on a server, nothing does. */
  void removeSetup(HikariConfig pool) {}

  /** A pool for reads only; empty if reads use the writers' pool. */
  Optional<HikariConfig> readers(DatabaseSettings settings) {
    return Optional.empty();
  }

  /** One state, no writes; in SQLite, any transaction of the readers' pool is like that. */
  void becomeReader(Handle transaction) {}

  /** Until it ends, no other process or thread writes; SQLite's transaction_mode does that. */
  void becomeOnlyWriter(Handle transaction) {}

  abstract Reference clock(Jdbi jdbi, MachineTime machine);
}
