package dev.mailbrake.audit;

import dev.mailbrake.mailbox.MailAddress;
import java.time.Instant;
import java.util.Optional;

/**
 * One thing that happened.
 *
 * @param detail a refusal's rule and cause, or an outcome's state and words; possibly empty
 * @param rule a refusal's rule alone, for the metrics; else empty; not stored
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

  public AuditEntry refusedBy(String itsRule) {
    return refusedBy(itsRule, "");
  }

  /** Adds the rule that refused, and the cause if the rule alone does not tell it. */
  public AuditEntry refusedBy(String itsRule, String cause) {
    String full = cause.isEmpty() ? itsRule : itsRule + ": " + cause;
    return new AuditEntry(at, event, who, subject, reason, full, itsRule);
  }

  /**
   * What an entry is about. Any part may be empty if it was unknown.
   *
   * @param action {@code BLOCK}, {@code ALLOW} or {@code STATUS}
   * @param address the mailbox's address, or what somebody typed as one
   * @param priorState the outgoing status that Zoho reported at the time of the request
   */
  public record AuditSubject(
      String requestId,
      String action,
      String zuid,
      String accountId,
      String address,
      String priorState) {

    public static AuditSubject mailbox(Optional<MailAddress> mailbox) {
      return named("", "", mailbox.map(MailAddress::value).orElse(""));
    }

    public static AuditSubject named(String requestId, String action, String named) {
      return new AuditSubject(requestId, action, "", "", named, "");
    }
  }
}
