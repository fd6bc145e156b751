package dev.mailbrake.request;

import dev.mailbrake.command.Command.ChangeOutgoing;
import dev.mailbrake.policy.Reason;
import dev.mailbrake.request.Gate.Visitor;
import dev.mailbrake.request.MailboxFinder.Sought;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Takes a command or a form to change mailboxes: checks the person, looks the mailboxes up, stores,
 * shows.
 */
public final class AskForChange {
  private final Gate gate;
  private final MailboxFinder finder;
  private final Ledger ledger;
  private final Clock clock;
  private final Duration confirmWithin;

  /**
   * @param confirmWithin how long a request waits for its confirmation
   */
  public AskForChange(
      Gate gate, MailboxFinder finder, Ledger ledger, Clock clock, Duration confirmWithin) {
    this.gate = gate;
    this.finder = finder;
    this.ledger = ledger;
    this.clock = clock;
    this.confirmWithin = confirmWithin;
  }

  /**
   * Does everything from the check to the stored card; the answer travels as a job. Blocks while
   * Slack and Zoho are asked. May be repeated: the same interaction acts once.
   *
   * @throws LedgerUnavailable if nothing could be stored; then nothing was asked for, unless it
   *     says that this may be
   */
  public void ask(ChangeOutgoing command, Interaction interaction) {
    if (ledger.isTaken(interaction)) {
      return;
    }
    // The person is checked before Zoho is asked: a stranger must not use up the minute's requests.
    Visitor visitor = gate.meet(interaction);
    Instant deadline = clock.instant().plus(confirmWithin);
    gate.objection(visitor, command.reason(), deadline)
        .ifPresentOrElse(why -> refuse(command, visitor.by(), why), () -> lookUp(command, visitor));
  }

  private void refuse(ChangeOutgoing command, Interaction by, Reason why) {
    RefusedCommand refused =
        new RefusedCommand(command.action().name(), command.mailboxes(), command.reason());
    Instant now = clock.instant();
    ledger.once(by, now, entry -> refused.record(entry, by, why, now));
  }

  private void lookUp(ChangeOutgoing command, Visitor visitor) {
    List<Sought> sought = command.mailboxes().stream().map(finder::find).toList();
    Instant now = clock.instant();
    ledger.once(
        visitor.by(),
        now,
        entry -> {
          Visitor seen = SeenAddresses.note(entry, visitor, now);
          Asking asking = new Asking(entry, gate, command, seen, window(now));
          sought.forEach(asking::add);
          asking.finish();
        });
  }

  private Window window(Instant now) {
    return new Window(now, now.plus(confirmWithin));
  }

  /**
   * The time in which a request can be decided.
   *
   * @param from when it is asked for
   * @param deadline when it expires
   */
  record Window(Instant from, Instant deadline) {}
}
