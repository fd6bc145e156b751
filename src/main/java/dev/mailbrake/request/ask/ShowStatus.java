package dev.mailbrake.request.ask;

import dev.mailbrake.command.Command.Look;
import dev.mailbrake.command.Verb;
import dev.mailbrake.request.ask.CommandRunner.CommandResult;
import dev.mailbrake.request.ask.MailboxFinder.NamedLookup;
import dev.mailbrake.request.decide.AccessCheck;
import dev.mailbrake.request.model.Interaction;
import dev.mailbrake.request.model.Listing;
import dev.mailbrake.request.model.PrivateMessage;
import dev.mailbrake.request.port.Transaction;
import dev.mailbrake.request.wording.Wording;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Shows an approver what Zoho says about mailboxes now, and what is blocked. */
public final class ShowStatus {
  private final CommandRunner commands;
  private final AccessCheck access;
  private final MailboxFinder finder;

  public ShowStatus(CommandRunner commands, AccessCheck access, MailboxFinder finder) {
    this.commands = commands;
    this.access = access;
    this.finder = finder;
  }

  /** Without mailboxes, the first page of the overview. Blocks while it asks Slack and Zoho. */
  public void show(Look command, Interaction interaction) {
    run(
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
    run(new Look(Verb.STATUS, List.of()), click, () -> page(click, number, true));
  }

  private void run(Look command, Interaction interaction, Supplier<CommandResult> lookUp) {
    commands.run(command, interaction, (actor, now) -> access.objectionToLook(actor), lookUp);
  }

  private static CommandResult page(Interaction to, int page, boolean turns) {
    return (tx, actor, now) -> tx.jobs().list(new Listing(to.from(), page, turns));
  }

  private CommandResult statuses(Look command, Interaction to) {
    List<NamedLookup> lookups = command.mailboxes().stream().map(finder::find).toList();
    return (tx, actor, now) -> {
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
