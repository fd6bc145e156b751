package dev.mailbrake.store;

import dev.mailbrake.config.DatabaseSettings;
import dev.mailbrake.job.JobTable;
import dev.mailbrake.request.AuditEntry;
import dev.mailbrake.request.AuditEvent;
import dev.mailbrake.request.AuditSubject;
import dev.mailbrake.request.Ledger;
import dev.mailbrake.request.PersonName;
import dev.mailbrake.sandbox.MovableClock;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** A record on a real SQLite file. */
final class LedgerOnDisk implements AutoCloseable {
  static final Instant NOW = Instant.parse("2026-11-23T09:00:00.123Z");

  final MovableClock clock = new MovableClock();
  final AtomicInteger commits = new AtomicInteger();
  final Path file;
  final Database database;
  final SqlLedger ledger;

  /**
   * @param parameters of the JDBC URL, such as {@code ?max_page_count=9}
   */
  LedgerOnDisk(Path directory, String parameters) {
    file = directory.resolve("record.db");
    database = Database.open(new DatabaseSettings("jdbc:sqlite:" + file + parameters));
    ledger =
        new SqlLedger(
            database, connection -> new JobTable(connection, clock), commits::incrementAndGet);
  }

  LedgerOnDisk(Path directory) {
    this(directory, "");
  }

  /** From now on gives up at once where another process has locked the file. */
  void impatient() {
    database.jdbi().useHandle(handle -> handle.execute("pragma busy_timeout = 1"));
  }

  /** A connection past ours. */
  Connection outside() throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + file + "?busy_timeout=5000");
  }

  long count(String table) {
    return database
        .jdbi()
        .withHandle(
            handle -> handle.createQuery("select count(*) from " + table).mapTo(Long.class).one());
  }

  /** Asks the tables for something. */
  <T> T within(Function<Ledger.Entry, T> work) {
    return ledger.transaction(work);
  }

  static AuditEntry audited(String detail) {
    return new AuditEntry(
        NOW,
        AuditEvent.CONFIRMED,
        new PersonName("U0ADA00001", "Ada"),
        new AuditSubject("request-1", "BLOCK", "1", "2", "rebecca@zylker.com", "ALLOWED"),
        "sends phishing",
        detail);
  }

  @Override
  public void close() {
    database.close();
  }
}
