package dev.mailbrake.store;

import dev.mailbrake.config.DatabaseSettings;
import dev.mailbrake.job.JobTable;
import dev.mailbrake.request.AuditEntry;
import dev.mailbrake.request.AuditEvent;
import dev.mailbrake.request.AuditSubject;
import dev.mailbrake.request.Card;
import dev.mailbrake.request.CardPlace;
import dev.mailbrake.request.ChangeRequest;
import dev.mailbrake.request.Ledger;
import dev.mailbrake.request.PersonName;
import dev.mailbrake.sandbox.MovableClock;
import dev.mailbrake.sandbox.database.FreshDatabase;
import dev.mailbrake.sandbox.database.TcpProxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** A record in a real database. */
final class LedgerOnDisk implements AutoCloseable {
  static final Instant NOW = Instant.parse("2026-11-23T09:00:00.123Z");

  final MovableClock clock = new MovableClock();
  final AtomicInteger commits = new AtomicInteger();
  final FreshDatabase place;
  final Database database;
  final SqlLedger ledger;

  private LedgerOnDisk(FreshDatabase place, DatabaseSettings settings) {
    this.place = place;
    database = Database.open(settings);
    ledger =
        new SqlLedger(
            database, JobTable.of(database.dataSource(), clock), commits::incrementAndGet);
  }

  LedgerOnDisk(FreshDatabase place) {
    this(place, place.settings());
  }

  /** On a new database of the kind that is being tested. */
  LedgerOnDisk(Path directory) {
    this(FreshDatabase.in(directory));
  }

  /**
   * On a file, which may be there already.
   *
   * @param parameters of the JDBC URL, such as {@code ?max_page_count=9}
   */
  static LedgerOnDisk file(Path directory, String parameters) {
    FreshDatabase place = FreshDatabase.file(directory.resolve("mailbrake.db"));
    return new LedgerOnDisk(place, new DatabaseSettings(place.url() + parameters));
  }

  /** On a PostgreSQL by a way that can break; each commit is sent as a word, to be found by it. */
  static LedgerOnDisk by(TcpProxy way, FreshDatabase place) {
    String url = way.url(place.jdbcUrl()) + "&prepareThreshold=0";
    return new LedgerOnDisk(place, new DatabaseSettings(url));
  }

  /** From now on gives up at once where another process has locked the file. */
  void impatient() {
    database.jdbi().useHandle(handle -> handle.execute("pragma busy_timeout = 1"));
  }

  void isMigratedByANewerVersion() {
    database
        .jdbi()
        .useHandle(
            handle ->
                handle.execute(
                    """
                    insert into flyway_schema_history (installed_rank, version, description,
                      type, script, checksum, installed_by, execution_time, success)
                    values (99, '99', 'from the future', 'SQL', 'V99__from_the_future.sql', 1,
                      'a newer version', 1, true)
                    """));
  }

  /** A connection past ours. */
  Connection outside() throws SQLException {
    return place.connect();
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

  /** Writes a request with its effect, and its card where that is not there yet. */
  ChangeRequest keep(ChangeRequest request) {
    return within(
        entry -> {
          if (entry.cards().find(request.card()).isEmpty()) {
            entry.cards().add(new Card(request.card(), "C0MAILSEC1", CardPlace.none(), 1, 0));
          }
          entry.requests().add(request);
          entry.effects().note(request);
          return request;
        });
  }

  /** Writes one audit row. */
  void append(String detail) {
    within(
        entry -> {
          entry.audit().append(audited(detail));
          return detail;
        });
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
