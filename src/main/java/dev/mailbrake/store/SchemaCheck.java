package dev.mailbrake.store;

import dev.mailbrake.check.Finding;
import java.time.temporal.ChronoUnit;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Checks an open database: its schema, whether it can be written, its audit log. */
final class SchemaCheck {
  /** The first migration creates its table. */
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
    String seen =
        state.pending() == 0
            ? "it's up to date (%s)"
            : "it's %s; the next start brings it up to date";
    return state
        .current()
        .map(version -> Finding.good(DatabaseCheck.SCHEMA, seen.formatted(version)))
        .orElseGet(this::withoutSchema);
  }

  private Finding withoutSchema() {
    return jdbi.withHandle(SchemaCheck::hasTables)
        ? Finding.bad(
            DatabaseCheck.SCHEMA,
            "it has another program's tables and none of Mailbrake's",
            "Set DATABASE_URL to a database that only Mailbrake uses.")
        : Finding.good(DatabaseCheck.SCHEMA, "it's empty; the tables are created on first start");
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
      return Finding.good(DatabaseCheck.WRITING, "it can be written to");
    } catch (RuntimeException refused) {
      return Finding.bad(
          DatabaseCheck.WRITING,
          "it can't be written to: " + Fault.words(refused),
          "Let this user write to it, and make sure the disk has room.");
    }
  }

  Finding auditLog() {
    try {
      return Finding.good(DatabaseCheck.AUDIT_LOG, newestRow());
    } catch (RuntimeException unreadable) {
      return Finding.bad(
          DatabaseCheck.AUDIT_LOG,
          "its newest row can't be read: " + Fault.words(unreadable),
          "Keep this database to find out what happened, and restore the last backup.");
    }
  }

  private String newestRow() {
    return state
        .current()
        .flatMap(schema -> jdbi.withHandle(handle -> new AuditTable(handle, entry -> {}).head()))
        .map(
            row ->
                "its newest row is %d, from %s"
                    .formatted(row.seq(), row.at().truncatedTo(ChronoUnit.SECONDS)))
        .orElse("it has no rows yet");
  }
}
