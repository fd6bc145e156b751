package dev.mailbrake.audit;

import java.time.Instant;

/**
 * One thing that happened.
 *
 * @param reason the requester's reason, possibly empty
 * @param detail the rule of a refusal and its cause, the state and words of an outcome; possibly
 *     empty
 * @param rule the rule of a refusal alone, for the metrics; else empty; not stored
 */
public record AuditEntry(
    Instant at,
    AuditEvent event,
    PersonName who,
    AuditSubject subject,
    String reason,
    String detail,
    String rule) {

  public AuditEntry(
      Instant at,
      AuditEvent event,
      PersonName who,
      AuditSubject subject,
      String reason,
      String detail) {
    this(at, event, who, subject, reason, detail, "");
  }

  /** The same as a refusal by a rule. */
  public AuditEntry refusedBy(String itsRule) {
    return refusedBy(itsRule, "");
  }

  /**
   * The same as a refusal by a rule.
   *
   * @param cause what the rule alone does not say; possibly empty
   */
  public AuditEntry refusedBy(String itsRule, String cause) {
    String full = cause.isEmpty() ? itsRule : itsRule + ": " + cause;
    return new AuditEntry(at, event, who, subject, reason, full, itsRule);
  }
}
