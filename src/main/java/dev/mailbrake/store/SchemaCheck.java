package dev.mailbrake.store;

import dev.mailbrake.audit.AuditRow;
import dev.mailbrake.check.Finding;
import java.time.temporal.ChronoUnit;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Checks an open database: its schema, whether it can be written, its audit log. */
final class SchemaCheck {
  /** The first migration creates it. */
  private static final String ROW = "insert into write_probe values ('rolled back')";

  private static final String TABLE = "create table mailbrake_write_probe (filler text)";

  private final Jdbi jdbi;
  private final Migrations.State state;

  SchemaCheck(Jdbi jdbi, Migrations.State state) {
    this.jdbi = jdbi;
    this.state = state;
  }

  Finding schema() {
    if (state.newer().isPresent()) {
      return Finding.bad(
          DatabaseCheck.SCHEMA,
          "a newer version of Mailbrake has written it: its schema is " + state.newer().get(),
          "Start that version, or restore the backup made before it.");
    }
    return state
        .current()
        .map(
            version ->
                Finding.good(
                    DatabaseCheck.SCHEMA,
                    state.pending() == 0
                        ? "it is up to date (%s)".formatted(version)
                        : "it is %s; the next start brings it up to date".formatted(version)))
        .orElseGet(this::unmade);
  }

  private Finding unmade() {
    return jdbi.withHandle(SchemaCheck::hasTables)
        ? Finding.bad(
            DatabaseCheck.SCHEMA,
            "it holds tables of another program's, and none of Mailbrake's",
            "Give Mailbrake a database of its own by DATABASE_URL.")
        : Finding.good(DatabaseCheck.SCHEMA, "it is empty; the first start makes the tables");
  }

  private static boolean hasTables(Handle handle) {
    return handle
        .queryMetadata(
            about ->
                about.getTables(
                    null, about.getConnection().getSchema(), "%", new String[] {"TABLE"}))
        .mapToMap()
        .findFirst()
        .isPresent();
  }

  /** Writes, because nothing else would prove it, and rolls back. */
  Finding writing() {
    try {
      jdbi.useTransaction(
          handle -> {
            handle.execute(state.current().isPresent() ? ROW : TABLE);
            handle.rollback();
          });
      return Finding.good(DatabaseCheck.WRITING, "it can be written");
    } catch (RuntimeException refused) {
      return Finding.bad(
          DatabaseCheck.WRITING,
          "it cannot be written: " + Fault.words(refused),
          "Let this user write it, and see that the disk has room.");
    }
  }

  Finding auditLog() {
    try {
      return Finding.good(DatabaseCheck.AUDIT_LOG, newestRow());
    } catch (RuntimeException unreadable) {
      return Finding.bad(
          DatabaseCheck.AUDIT_LOG,
          "its newest row cannot be read: " + Fault.words(unreadable),
          "Restore the last backup, and keep this database for a look at what happened.");
    }
  }

  private String newestRow() {
    return state.current().isEmpty()
        ? "it has no rows yet"
        : jdbi.withHandle(handle -> new AuditTable(handle, entry -> {}).head())
            .map(SchemaCheck::words)
            .orElse("it has no rows yet");
  }

  private static String words(AuditRow row) {
    return "its newest row is %d, of %s"
        .formatted(row.seq(), row.at().truncatedTo(ChronoUnit.SECONDS));
  }
}
