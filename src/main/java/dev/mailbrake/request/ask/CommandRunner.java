package dev.mailbrake.request.ask;

import dev.mailbrake.audit.AuditEntry;
import dev.mailbrake.audit.AuditEntry.AuditSubject;
import dev.mailbrake.audit.AuditEvent;
import dev.mailbrake.command.Command;
import dev.mailbrake.command.MailboxReference;
import dev.mailbrake.policy.Verdict.Reason;
import dev.mailbrake.request.decide.AccessCheck;
import dev.mailbrake.request.decide.AccessCheck.Actor;
import dev.mailbrake.request.decide.SeenAddresses;
import dev.mailbrake.request.model.Interaction;
import dev.mailbrake.request.model.PrivateMessage;
import dev.mailbrake.request.model.Recipient;
import dev.mailbrake.request.port.Ledger;
import dev.mailbrake.request.port.Transaction;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/** Checks who sent a command, looks up what it needs, and answers it once in a transaction. */
public final class CommandRunner {
  private final AccessCheck access;
  private final Ledger ledger;
  private final Clock clock;

  public CommandRunner(AccessCheck access, Ledger ledger, Clock clock) {
    this.access = access;
    this.ledger = ledger;
    this.clock = clock;
  }

  /** Blocks while Slack and {@code lookUp} are asked. */
  void run(
      Command command,
      Interaction interaction,
      BiFunction<Actor, Instant, Optional<Reason>> check,
      Supplier<CommandResult> lookUp) {
    if (ledger.isTaken(interaction)) {
      return;
    }
    Actor actor = access.identify(interaction.from());
    CommandResult answer =
        check
            .apply(actor, clock.instant())
            .<CommandResult>map(why -> (tx, by, now) -> refuse(tx, command, by.by(), why, now))
            .orElseGet(() -> notingAddress(lookUp.get()));
    Instant now = clock.instant();
    ledger.once(interaction, now, tx -> answer.give(tx, actor, now));
  }

  private static CommandResult notingAddress(CommandResult answer) {
    return (tx, actor, now) -> answer.give(tx, SeenAddresses.note(tx, actor, now), now);
  }

  /** Records the refusal for each mailbox, or once if none was named, and tells the person. */
  private static void refuse(
      Transaction tx, Command command, Recipient by, Reason why, Instant now) {
    List<String> named = command.mailboxes().stream().map(MailboxReference::toString).toList();
    for (String mailbox : named.isEmpty() ? List.of("") : named) {
      AuditSubject subject = AuditSubject.named("", command.recorded(), mailbox);
      tx.audit()
          .append(
              new AuditEntry(now, AuditEvent.REFUSED, by.who(), subject, command.reason(), "")
                  .refusedBy(why.rule()));
    }
    tx.jobs().send(PrivateMessage.to(by, why.sentence()));
  }

  interface CommandResult {
    void give(Transaction tx, Actor actor, Instant now);
  }
}
