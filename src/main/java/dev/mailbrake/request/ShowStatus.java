package dev.mailbrake.request;

import dev.mailbrake.command.Command;
import dev.mailbrake.policy.Reason;
import dev.mailbrake.request.MailboxFinder.Sought;
import java.time.Clock;
import java.time.Instant;
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
    Gate.Checked checked = gate.toLook(interaction);
    checked
        .objection()
        .ifPresentOrElse(
            why -> refuse(command, checked.by(), why), () -> tell(command, checked.by()));
  }

  private void refuse(Command.ShowStatus command, Interaction by, Reason why) {
    RefusedCommand refused = new RefusedCommand("STATUS", command.mailboxes(), "");
    Instant now = clock.instant();
    ledger.once(by, now, entry -> refused.record(entry, by, why, now));
  }

  private void tell(Command.ShowStatus command, Interaction by) {
    String lines =
        command.mailboxes().stream()
            .map(finder::find)
            .map(ShowStatus::line)
            .distinct()
            .collect(Collectors.joining("\n"));
    ledger.once(by, clock.instant(), entry -> entry.jobs().send(PrivateMessage.to(by, lines)));
  }

  private static String line(Sought sought) {
    return sought
        .lookup()
        .fold(
            mailbox -> Wording.status(sought.named(), mailbox),
            () -> Wording.noSuchMailbox(sought.named()),
            trouble -> Wording.lookupFailed(sought.named(), trouble));
  }
}
