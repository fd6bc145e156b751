package dev.mailbrake.request.ask;

import dev.mailbrake.command.Command.Look;
import dev.mailbrake.command.Verb;
import dev.mailbrake.policy.Verdict.Reason;
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
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Shows an approver what Zoho says about mailboxes now, and what is blocked. */
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

  /** Without mailboxes, the first page of the overview. Blocks while it asks Slack and Zoho. */
  public void show(Look command, Interaction interaction) {
    answer(
        command,
        interaction,
        () ->
            command.mailboxes().isEmpty()
                ? page(interaction, 1, false)
                : statuses(command, interaction));
  }

  /** Replaces the clicked page. Anybody may forge its number. */
  public void turn(String page, Interaction click) {
    int number = page.matches("[0-9]{1,6}") ? Integer.parseInt(page) : 1;
    answer(new Look(Verb.STATUS, List.of()), click, () -> page(click, number, true));
  }

  /** Does the lookups of {@code work} first, and then what it returns in the transaction. */
  private void answer(Look command, Interaction interaction, Supplier<Consumer<Transaction>> work) {
    if (ledger.isTaken(interaction)) {
      return;
    }
    Actor actor = access.meet(interaction.from());
    Optional<Reason> refusal = access.objectionToLook(actor);
    if (refusal.isPresent()) {
      Instant now = clock.instant();
      ledger.once(
          interaction,
          now,
          tx -> RefusedCommand.record(tx, command, actor.by(), refusal.get(), now));
      return;
    }
    Consumer<Transaction> answer = work.get();
    Instant now = clock.instant();
    ledger.once(
        interaction,
        now,
        tx -> {
          SeenAddresses.note(tx, actor, now);
          answer.accept(tx);
        });
  }

  private static Consumer<Transaction> page(Interaction to, int page, boolean turns) {
    return tx -> tx.jobs().list(new Listing(to.from(), page, turns));
  }

  private Consumer<Transaction> statuses(Look command, Interaction to) {
    List<NamedLookup> lookups = command.mailboxes().stream().map(finder::find).toList();
    return tx -> {
      String lines =
          lookups.stream().map(one -> line(tx, one)).distinct().collect(Collectors.joining("\n"));
      tx.jobs().send(PrivateMessage.to(to.from(), lines));
    };
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
