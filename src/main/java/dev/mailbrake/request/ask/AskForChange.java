package dev.mailbrake.request.ask;

import dev.mailbrake.command.Command.ChangeOutgoing;
import dev.mailbrake.policy.Reason;
import dev.mailbrake.request.ask.MailboxFinder.NamedLookup;
import dev.mailbrake.request.decide.AccessCheck;
import dev.mailbrake.request.decide.AccessCheck.Actor;
import dev.mailbrake.request.decide.SeenAddresses;
import dev.mailbrake.request.model.Interaction;
import dev.mailbrake.request.port.Ledger;
import dev.mailbrake.request.port.LedgerUnavailable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Takes a command or a form to change mailboxes: checks the person, looks the mailboxes up, stores,
 * shows.
 */
public final class AskForChange {
  private final AccessCheck access;
  private final MailboxFinder finder;
  private final Ledger ledger;
  private final Clock clock;
  private final Duration confirmWithin;

  /**
   * @param confirmWithin how long a request waits for its confirmation
   */
  public AskForChange(
      AccessCheck access,
      MailboxFinder finder,
      Ledger ledger,
      Clock clock,
      Duration confirmWithin) {
    this.access = access;
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
    Actor actor = access.meet(interaction);
    Instant deadline = clock.instant().plus(confirmWithin);
    access
        .objectionToAsk(actor, command.reason(), deadline)
        .ifPresentOrElse(why -> refuse(command, actor.by(), why), () -> lookUp(command, actor));
  }

  private void refuse(ChangeOutgoing command, Interaction by, Reason why) {
    Instant now = clock.instant();
    ledger.once(
        by,
        now,
        tx -> {
          String action = command.action().recorded();
          RefusedCommand refused =
              new RefusedCommand(action, command.mailboxes(), command.reason());
          refused.record(tx, by, why, now);
        });
  }

  private void lookUp(ChangeOutgoing command, Actor actor) {
    List<NamedLookup> lookups = command.mailboxes().stream().map(finder::find).toList();
    Instant now = clock.instant();
    ledger.once(
        actor.by(),
        now,
        tx -> {
          Actor seen = SeenAddresses.note(tx, actor, now);
          RequestBatch batch =
              new RequestBatch(tx, access, command, seen, now, now.plus(confirmWithin));
          lookups.forEach(batch::add);
          batch.finish();
        });
  }
}
