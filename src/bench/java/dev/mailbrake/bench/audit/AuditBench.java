package dev.mailbrake.bench.audit;

import dev.mailbrake.audit.AuditEntry;
import dev.mailbrake.audit.AuditEntry.AuditSubject;
import dev.mailbrake.audit.AuditEvent;
import dev.mailbrake.audit.AuditLog.AuditFilter;
import dev.mailbrake.audit.AuditRow;
import dev.mailbrake.audit.AuditVerifier;
import dev.mailbrake.audit.ExportFormat;
import dev.mailbrake.audit.ExportFormat.RowWriter;
import dev.mailbrake.audit.PersonName;
import dev.mailbrake.job.JobTable;
import dev.mailbrake.request.port.Ledger;
import dev.mailbrake.request.tell.ExportAudit;
import dev.mailbrake.sandbox.database.FreshDatabase;
import dev.mailbrake.store.Database;
import dev.mailbrake.store.SqlAuditLog;
import dev.mailbrake.store.SqlLedger;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * Exports and verifies a long audit log in a small heap: {@code mvn -q -Paudit-bench}. The system
 * property {@code mailbrake.database} names the kind of database.
 */
public final class AuditBench {
  private static final int ROWS = Integer.getInteger("mailbrake.bench.rows", 1_000_000);
  private static final int BATCH = 1_000;
  private static final Clock CLOCK = Clock.systemUTC();

  private AuditBench() {}

  public static void main(String[] arguments) throws IOException {
    Path directory = Files.createTempDirectory(Path.of("target"), "audit-bench");
    System.out.printf(
        Locale.ROOT, "%d rows, heap of %d MB%n", ROWS, Runtime.getRuntime().maxMemory() >> 20);
    try (Database database = Database.open(FreshDatabase.in(directory).settings())) {
      Ledger ledger =
          new SqlLedger(database, JobTable.of(database.dataSource(), CLOCK), written -> {});
      SqlAuditLog log = new SqlAuditLog(database);
      measure("written", () -> fill(ledger));
      for (ExportFormat format : ExportFormat.values()) {
        measure("exported as " + format, () -> export(new ExportAudit(ledger, log, CLOCK), format));
      }
      measure(
          "verified",
          () ->
              AuditVerifier.verify(log, log.told(), Optional.empty())
                  .fold(
                      intact -> intact,
                      broken -> {
                        throw new IllegalStateException("damaged: " + broken);
                      }));
    }
  }

  private static void fill(Ledger ledger) {
    for (int done = 0; done < ROWS; done += BATCH) {
      int first = done;
      ledger.update(
          tx -> {
            for (int row = first; row < first + BATCH; row++) {
              tx.audit().append(confirmed(row));
            }
            return tx;
          });
    }
  }

  private static AuditEntry confirmed(int number) {
    String account = Integer.toString(number % 500);
    return new AuditEntry(
        Instant.EPOCH.plusSeconds(number),
        AuditEvent.CONFIRMED,
        new PersonName("U0ADA00001", "Ada Lovelace"),
        new AuditSubject(
            "b3c1c1de-0000-4000-8000-%012d".formatted(number),
            "BLOCK",
            account,
            account,
            "mailbox-" + account + "@zylker.com",
            "ALLOWED"),
        "sends phishing since this morning, ticket " + number,
        "");
  }

  private static void export(ExportAudit export, ExportFormat format) {
    try {
      RowWriter writer = format.to(OutputStream.nullOutputStream());
      export.run(
          PersonName.ofSystem("bench"), format.name(), AuditFilter.ALL, row -> write(row, writer));
      writer.flush();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static void write(AuditRow row, RowWriter writer) {
    try {
      writer.write(row);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static void measure(String what, Runnable work) {
    ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
    Instant start = CLOCK.instant();
    work.run();
    double seconds = Duration.between(start, CLOCK.instant()).toMillis() / 1000.0;
    System.out.printf(
        Locale.ROOT,
        "%-18s %8.1f s %9.0f rows/s, at most %d MB of heap%n",
        what,
        seconds,
        ROWS / seconds,
        peakHeap() >> 20);
  }

  /** The sum of all generations' peaks, garbage included: more than was ever used at once. */
  private static long peakHeap() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .mapToLong(pool -> pool.getPeakUsage().getUsed())
        .sum();
  }
}
