package dev.mailbrake.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.mailbrake.audit.AuditEntry;
import dev.mailbrake.audit.AuditEntry.AuditSubject;
import dev.mailbrake.audit.AuditEvent;
import dev.mailbrake.audit.PersonName;
import dev.mailbrake.fixture.RecordOnDisk;
import dev.mailbrake.request.port.Transaction;
import dev.mailbrake.sandbox.MovableClock;
import dev.mailbrake.sandbox.database.FreshDatabase;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import picocli.CommandLine;

/** Somebody at the command line, with a record whose bot does not run. */
final class AuditLine {
  final Map<String, String> environment = new HashMap<>();
  final FreshDatabase place;
  private final MovableClock clock = new MovableClock();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final StringWriter err = new StringWriter();

  AuditLine(Path directory) {
    place = FreshDatabase.file(directory.resolve("mailbrake.db"));
    environment.put("DATABASE_URL", place.url());
    within(tx -> tx);
  }

  /** Runs {@code audit} with these arguments. */
  int types(String... words) {
    return typesInto(out, words);
  }

  /** The same, with other standard output. */
  int typesInto(OutputStream other, String... words) {
    PrintWriter errors = new PrintWriter(err, true);
    Shell shell = new Shell(environment, clock, "ada", other, errors);
    CommandLine line = HelpOption.on(AuditCommand.line(shell));
    line.setOut(new PrintWriter(out, true, UTF_8));
    line.setErr(errors);
    return line.execute(words);
  }

  String out() {
    return out.toString(UTF_8);
  }

  String err() {
    return err.toString();
  }

  /** Changes the record as the bot does. */
  <T> T within(Function<Transaction, T> work) {
    try (RecordOnDisk record = RecordOnDisk.at(place)) {
      return record.within(work);
    }
  }

  /** Changes the record as only somebody with access to the database can. */
  void tampers(String sql) throws SQLException {
    try (Connection connection = place.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  void holds(String... reasons) {
    within(
        tx -> {
          for (String reason : reasons) {
            tx.audit().append(asked(reason));
          }
          return tx;
        });
  }

  private AuditEntry asked(String reason) {
    return new AuditEntry(
        clock.instant(),
        AuditEvent.ASKED,
        new PersonName("U0ADA00001", "Ada"),
        new AuditSubject("r", "BLOCK", "1", "2", "rebecca@zylker.com", "ALLOWED"),
        reason,
        "");
  }
}
