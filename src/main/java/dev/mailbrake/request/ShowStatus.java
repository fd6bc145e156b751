package dev.mailbrake.request;

import dev.mailbrake.command.Command;
import dev.mailbrake.policy.Reason;
import dev.mailbrake.request.MailboxFinder.Sought;
import java.time.Clock;
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
    Gate.Checked checked = gate.toLook(interaction);
    checked
        .objection()
        .ifPresentOrElse(
            why -> refuse(command, checked.by(), why), () -> tell(command, checked.by()));
  }

  private void refuse(Command.ShowStatus command, Interaction by, Reason why) {
    RefusedCommand refused = new RefusedCommand("STATUS", command.mailboxes(), "");
    ledger.transaction(
        entry -> {
          refused.record(entry, by, why, clock.instant());
          return refused;
        });
  }

  private void tell(Command.ShowStatus command, Interaction by) {
    String lines =
        command.mailboxes().stream()
            .map(finder::find)
            .map(ShowStatus::line)
            .distinct()
            .collect(Collectors.joining("\n"));
    ledger.transaction(
        entry -> {
          entry.jobs().send(PrivateMessage.to(by, lines));
          return lines;
        });
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
