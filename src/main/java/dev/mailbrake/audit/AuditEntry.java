package dev.mailbrake.audit;

import dev.mailbrake.mailbox.MailAddress;
import java.time.Instant;
import java.util.Optional;

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

  /**
   * What an audit entry is about. Every part may be empty where it was not known.
   *
   * @param action {@code BLOCK}, {@code ALLOW} or {@code STATUS}
   * @param zuid Zoho's user id
   * @param accountId Zoho's account id
   * @param address the mailbox's address, or what was typed for one
   * @param priorState the outgoing status that Zoho reported when it was asked for
   */
  public record AuditSubject(
      String requestId,
      String action,
      String zuid,
      String accountId,
      String address,
      String priorState) {

    /** A mailbox alone, or nothing. */
    public static AuditSubject mailbox(Optional<MailAddress> mailbox) {
      return named("", "", mailbox.map(MailAddress::value).orElse(""));
    }

    /** Something that was named but is no request. */
    public static AuditSubject named(String requestId, String action, String named) {
      return new AuditSubject(requestId, action, "", "", named, "");
    }
  }
}
