package dev.mailbrake.request.ask;

import dev.mailbrake.audit.AuditEntry;
import dev.mailbrake.audit.AuditEvent;
import dev.mailbrake.audit.AuditSubject;
import dev.mailbrake.command.Command;
import dev.mailbrake.command.MailboxReference;
import dev.mailbrake.policy.Reason;
import dev.mailbrake.request.ask.MailboxFinder.NamedLookup;
import dev.mailbrake.request.decide.AccessCheck;
import dev.mailbrake.request.decide.AccessCheck.Actor;
import dev.mailbrake.request.decide.SeenAddresses;
import dev.mailbrake.request.model.Interaction;
import dev.mailbrake.request.model.Listing;
import dev.mailbrake.request.model.PrivateMessage;
import dev.mailbrake.request.port.Ledger;
import dev.mailbrake.request.port.Transaction;
import dev.mailbrake.request.wording.Wording;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Shows an approver the outgoing status of mailboxes as Zoho has it now, and what is blocked. */
public final class ShowStatus {
  private final AccessCheck access;
  private final MailboxFinder finder;
  private final Ledger ledger;
  private final Clock clock;

  public ShowStatus(AccessCheck access, MailboxFinder finder, Ledger ledger, Clock clock) {
    this.access = access;
    this.finder = finder;
    this.ledger = ledger;
    this.clock = clock;
  }

  /**
   * Shows the mailboxes, or without any the first page of what is blocked and what waits. Blocks
   * while Slack and Zoho are asked; a job sends the answer.
   */
  public void show(Command.Look command, Interaction interaction) {
    if (command.mailboxes().isEmpty()) {
      list(new Listing(interaction, 1, false));
      return;
    }
    if (ledger.isTaken(interaction)) {
      return;
    }
    Actor actor = access.meet(interaction);
    access
        .objectionToLook(actor)
        .ifPresentOrElse(
            why -> refuse(command.mailboxes(), actor.by(), why), () -> tell(command, actor));
  }

  /**
   * Shows another page in place of the one that was clicked.
   *
   * @param page what the button carries; anything, if somebody forged it
   */
  public void turn(String page, Interaction click) {
    int number = page.matches("[0-9]{1,6}") ? Integer.parseInt(page) : 1;
    list(new Listing(click, number, true));
  }

  private void list(Listing listing) {
    if (ledger.isTaken(listing.to())) {
      return;
    }
    Actor actor = access.meet(listing.to());
    access
        .objectionToLook(actor)
        .ifPresentOrElse(
            why -> refuse(List.of(), actor.by(), why),
            () -> once(actor, tx -> tx.jobs().list(listing)));
  }

  private void refuse(List<MailboxReference> mailboxes, Interaction by, Reason why) {
    Instant now = clock.instant();
    ledger.once(
        by,
        now,
        tx -> {
          for (String mailbox : MailboxFinder.names(mailboxes)) {
            AuditSubject subject = AuditSubject.named("", "STATUS", mailbox);
            tx.audit()
                .append(
                    new AuditEntry(now, AuditEvent.REFUSED, by.who(), subject, "", "")
                        .refusedBy(why.rule()));
          }
          tx.jobs().send(PrivateMessage.to(by, why.sentence()));
        });
  }

  private void tell(Command.Look command, Actor actor) {
    List<NamedLookup> sought = command.mailboxes().stream().map(finder::find).toList();
    once(
        actor,
        tx -> {
          String lines =
              sought.stream()
                  .map(one -> line(tx, one))
                  .distinct()
                  .collect(Collectors.joining("\n"));
          tx.jobs().send(PrivateMessage.to(actor.by(), lines));
        });
  }

  private void once(Actor actor, Consumer<Transaction> work) {
    Instant now = clock.instant();
    ledger.once(
        actor.by(),
        now,
        tx -> {
          SeenAddresses.note(tx, actor, now);
          work.accept(tx);
        });
  }

  private static String line(Transaction tx, NamedLookup sought) {
    return sought
        .lookup()
        .fold(
            mailbox -> Wording.status(sought.named(), mailbox, tx.effects().inForce(mailbox.id())),
            () -> Wording.noSuchMailbox(sought.named()),
            failure -> Wording.lookupFailed(sought.named(), failure));
  }
}
