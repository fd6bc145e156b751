package dev.mailbrake.audit;

import java.time.Instant;

/**
 * One thing that happened, for the record that stands up later.
 *
 * @param at when
 * @param event what
 * @param who by whom
 * @param subject on what
 * @param reason the requester's reason, possibly empty
 * @param detail the rule of a refusal, the state and words of an outcome; possibly empty
 */
public record AuditEntry(
    Instant at,
    AuditEvent event,
    PersonName who,
    AuditSubject subject,
    String reason,
    String detail) {

  /** A command that was refused, on one of the mailboxes it named. */
  public static AuditEntry refused(
      PersonName who, AuditSubject subject, String reason, String detail, Instant at) {
    return new AuditEntry(at, AuditEvent.REFUSED, who, subject, reason, detail);
  }
}
