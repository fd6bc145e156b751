package dev.mailbrake.request.tell;

import dev.mailbrake.audit.AuditEntry;
import dev.mailbrake.audit.AuditEntry.AuditSubject;
import dev.mailbrake.audit.AuditEvent;
import dev.mailbrake.audit.AuditLog;
import dev.mailbrake.audit.AuditLog.AuditFilter;
import dev.mailbrake.audit.AuditRow;
import dev.mailbrake.audit.PersonName;
import dev.mailbrake.request.port.Ledger;
import dev.mailbrake.request.port.LedgerUnavailable;
import dev.mailbrake.request.wording.AuditWording;
import java.time.Clock;
import java.util.function.Consumer;

/** Exports the audit log, and records the export before the first row goes out. */
public final class ExportAudit {
  private final Ledger ledger;
  private final AuditLog log;
  private final Clock clock;

  public ExportAudit(Ledger ledger, AuditLog log, Clock clock) {
    this.ledger = ledger;
    this.log = log;
    this.clock = clock;
  }

  /**
   * Passes on the rows up to the one that records this export.
   *
   * @throws LedgerUnavailable if the export cannot be recorded, or the log cannot be read to its
   *     end
   */
  public void run(PersonName who, String format, AuditFilter filter, Consumer<AuditRow> reader) {
    AuditEntry export =
        new AuditEntry(
            clock.instant(),
            AuditEvent.EXPORTED,
            who,
            AuditSubject.mailbox(filter.mailbox()),
            "",
            AuditWording.exported(format, filter));
    log.read(filter, recorded(export), reader);
  }

  private long recorded(AuditEntry export) {
    return ledger.update(
        tx -> {
          tx.audit().append(export);
          return tx.audit().head().orElseThrow().seq();
        });
  }
}
