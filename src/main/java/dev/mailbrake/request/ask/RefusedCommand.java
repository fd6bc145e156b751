package dev.mailbrake.request.ask;

import dev.mailbrake.audit.AuditEntry;
import dev.mailbrake.audit.AuditEntry.AuditSubject;
import dev.mailbrake.audit.AuditEvent;
import dev.mailbrake.command.Command;
import dev.mailbrake.policy.Verdict.Reason;
import dev.mailbrake.request.model.PrivateMessage;
import dev.mailbrake.request.model.Recipient;
import dev.mailbrake.request.port.Transaction;
import java.time.Instant;

final class RefusedCommand {
  private RefusedCommand() {}

  /** Records the refusal for each mailbox, or once if none was named, and tells the person. */
  static void record(Transaction tx, Command command, Recipient by, Reason why, Instant now) {
    for (String mailbox : MailboxFinder.names(command.mailboxes())) {
      AuditSubject subject = AuditSubject.named("", command.recorded(), mailbox);
      tx.audit()
          .append(
              new AuditEntry(now, AuditEvent.REFUSED, by.who(), subject, command.reason(), "")
                  .refusedBy(why.rule()));
    }
    tx.jobs().send(PrivateMessage.to(by, why.sentence()));
  }
}
