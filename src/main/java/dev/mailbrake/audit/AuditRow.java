package dev.mailbrake.audit;

import dev.mailbrake.audit.AuditEntry.AuditSubject;
import java.time.Instant;
import java.util.Optional;

/**
 * A row of the audit log exactly as stored, whether or not it was tampered with.
 *
 * @param event the name of an {@link AuditEvent}, unless somebody changed it
 */
public record AuditRow(
    long seq,
    Instant at,
    String event,
    PersonName who,
    AuditSubject subject,
    String reason,
    String detail,
    String previousHash,
    String hash) {

  /** An entry as the row after the newest one, still without its hash. */
  public static AuditRow next(AuditEntry entry, Optional<AuditRow> newest) {
    return new AuditRow(
        newest.map(AuditRow::seq).orElse(0L) + 1,
        entry.at(),
        entry.event().name(),
        entry.who(),
        entry.subject(),
        entry.reason(),
        entry.detail(),
        newest.map(AuditRow::hash).orElse(AuditChain.START),
        "");
  }
}
