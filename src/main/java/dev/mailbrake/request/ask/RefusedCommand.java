package dev.mailbrake.request.ask;

import dev.mailbrake.audit.AuditEntry;
import dev.mailbrake.audit.AuditEvent;
import dev.mailbrake.audit.AuditSubject;
import dev.mailbrake.command.MailboxReference;
import dev.mailbrake.policy.Reason;
import dev.mailbrake.request.model.Interaction;
import dev.mailbrake.request.model.PrivateMessage;
import dev.mailbrake.request.port.Transaction;
import java.time.Instant;
import java.util.List;

/**
 * A command whose person the policy refused, before any mailbox was looked up.
 *
 * @param action what was asked for, as the audit log names it
 * @param mailboxes as they were named
 * @param reason the reason given, possibly empty
 */
record RefusedCommand(String action, List<MailboxReference> mailboxes, String reason) {

  /**
   * Records the refusal for each mailbox, or once where none was named, and owes the person the
   * rule's sentence.
   */
  void record(Transaction tx, Interaction by, Reason why, Instant now) {
    List<String> named =
        mailboxes.isEmpty()
            ? List.of("")
            : mailboxes.stream().map(MailboxReference::toString).toList();
    for (String mailbox : named) {
      AuditSubject subject = AuditSubject.named("", action, mailbox);
      tx.audit()
          .append(
              new AuditEntry(now, AuditEvent.REFUSED, by.who(), subject, reason, "")
                  .refusedBy(why.rule()));
    }
    tx.jobs().send(PrivateMessage.to(by, why.sentence()));
  }
}
