package dev.mailbrake.audit;

import dev.mailbrake.mailbox.MailAddress;
import java.util.Optional;

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
