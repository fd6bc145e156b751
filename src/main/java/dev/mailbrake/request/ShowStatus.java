package dev.mailbrake.request;

import dev.mailbrake.command.Command;
import dev.mailbrake.command.MailboxReference;
import dev.mailbrake.policy.Reason;
import dev.mailbrake.request.Gate.Visitor;
import dev.mailbrake.request.MailboxFinder.Sought;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Tells an approver the outgoing status of mailboxes as Zoho has it now. Changes nothing. */
public final class ShowStatus {
  private final Gate gate;
  private final MailboxFinder finder;
  private final Ledger ledger;
  private final Clock clock;

  public ShowStatus(Gate gate, MailboxFinder finder, Ledger ledger, Clock clock) {
    this.gate = gate;
    this.finder = finder;
    this.ledger = ledger;
    this.clock = clock;
  }

  /** Blocks while Slack and Zoho are asked; the answer travels as a job. */
  public void show(Command.ShowStatus command, Interaction interaction) {
    if (ledger.isTaken(interaction)) {
      return;
    }
    Visitor visitor = gate.meet(interaction);
    gate.objectionToLook(visitor)
        .ifPresentOrElse(
            why -> refuse(command.mailboxes(), visitor.by(), why), () -> tell(command, visitor));
  }

  /** Shows what is blocked and what waits, its first page. */
  public void list(Interaction interaction) {
    list(new Listing(interaction, 1, false));
  }

  /**
   * Shows another page of it in the place of the one that was clicked.
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
    Visitor visitor = gate.meet(listing.to());
    gate.objectionToLook(visitor)
        .ifPresentOrElse(
            why -> refuse(List.of(), visitor.by(), why),
            () -> once(visitor, entry -> entry.jobs().list(listing)));
  }

  private void refuse(List<MailboxReference> mailboxes, Interaction by, Reason why) {
    RefusedCommand refused = new RefusedCommand("STATUS", mailboxes, "");
    Instant now = clock.instant();
    ledger.once(by, now, entry -> refused.record(entry, by, why, now));
  }

  private void tell(Command.ShowStatus command, Visitor visitor) {
    List<Sought> sought = command.mailboxes().stream().map(finder::find).toList();
    once(
        visitor,
        entry -> {
          String lines =
              sought.stream()
                  .map(one -> line(entry, one))
                  .distinct()
                  .collect(Collectors.joining("\n"));
          entry.jobs().send(PrivateMessage.to(visitor.by(), lines));
        });
  }

  private void once(Visitor visitor, Consumer<Ledger.Entry> work) {
    Instant now = clock.instant();
    ledger.once(
        visitor.by(),
        now,
        entry -> {
          SeenAddresses.note(entry, visitor, now);
          work.accept(entry);
        });
  }

  private static String line(Ledger.Entry entry, Sought sought) {
    return sought
        .lookup()
        .fold(
            mailbox ->
                Wording.status(sought.named(), mailbox, entry.effects().inForce(mailbox.id())),
            () -> Wording.noSuchMailbox(sought.named()),
            trouble -> Wording.lookupFailed(sought.named(), trouble));
  }
}
