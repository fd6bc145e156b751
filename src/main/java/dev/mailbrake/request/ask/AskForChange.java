package dev.mailbrake.request.ask;

import dev.mailbrake.audit.AuditEntry;
import dev.mailbrake.audit.AuditEntry.AuditSubject;
import dev.mailbrake.audit.AuditEvent;
import dev.mailbrake.command.Command.ChangeOutgoing;
import dev.mailbrake.command.MailboxReference;
import dev.mailbrake.mailbox.Failure;
import dev.mailbrake.mailbox.Lookup;
import dev.mailbrake.mailbox.Mailbox;
import dev.mailbrake.mailbox.MailboxId;
import dev.mailbrake.policy.Question.Target;
import dev.mailbrake.policy.Verdict;
import dev.mailbrake.request.ask.MailboxFinder.NamedLookup;
import dev.mailbrake.request.decide.AccessCheck;
import dev.mailbrake.request.decide.AccessCheck.Actor;
import dev.mailbrake.request.decide.ExpireRequest;
import dev.mailbrake.request.decide.SeenAddresses;
import dev.mailbrake.request.model.Approvals;
import dev.mailbrake.request.model.Card;
import dev.mailbrake.request.model.ChangeRequest;
import dev.mailbrake.request.model.Interaction;
import dev.mailbrake.request.model.Matter;
import dev.mailbrake.request.model.Origin;
import dev.mailbrake.request.model.PrivateMessage;
import dev.mailbrake.request.model.PrivateMessage.Pointer;
import dev.mailbrake.request.model.Recipient;
import dev.mailbrake.request.model.Terms;
import dev.mailbrake.request.port.Ledger;
import dev.mailbrake.request.port.LedgerUnavailable;
import dev.mailbrake.request.port.Transaction;
import dev.mailbrake.request.wording.AuditWording;
import dev.mailbrake.request.wording.Wording;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Takes a command or modal: checks the person, looks mailboxes up, stores requests and their card.
 */
public final class AskForChange {
  private final CommandRunner commands;
  private final AccessCheck access;
  private final MailboxFinder finder;
  private final Ledger ledger;
  private final Duration confirmWithin;

  public AskForChange(
      CommandRunner commands,
      AccessCheck access,
      MailboxFinder finder,
      Ledger ledger,
      Duration confirmWithin) {
    this.commands = commands;
    this.access = access;
    this.finder = finder;
    this.ledger = ledger;
    this.confirmWithin = confirmWithin;
  }

  /**
   * Blocks while it asks Slack and Zoho. May be repeated: each interaction acts once.
   *
   * @throws LedgerUnavailable if nothing was stored, unless it says that it may be
   */
  public void ask(ChangeOutgoing command, Interaction interaction) {
    commands.run(
        command,
        interaction,
        (actor, now) ->
            access
                .mayAsk(actor, command.reason(), now.plus(confirmWithin), Optional.empty())
                .refusal(),
        () -> lookUp(command));
  }

  /**
   * Requests the same change again, with its own checks. Anybody may forge the id.
   *
   * @return false if there is no such request, the button is not on its card, or it needs no
   *     repetition
   */
  public boolean askAgain(String requestId, Interaction click) {
    Optional<ChangeRequest> before =
        ledger.read(tx -> tx.pressed(requestId, click.on())).filter(ChangeRequest::canBeRepeated);
    before.ifPresent(request -> ask(command(request), inItsChannel(click, request)));
    return before.isPresent();
  }

  private static ChangeOutgoing command(ChangeRequest request) {
    MailboxReference mailbox = new MailboxReference.ByAddress(request.mailbox().address());
    return new ChangeOutgoing(
        request.action(), List.of(mailbox), request.terms().lasts(), request.terms().reason());
  }

  /** The home tab is no channel. */
  private static Interaction inItsChannel(Interaction click, ChangeRequest request) {
    Recipient by = click.from();
    String channel = by.channelOr(request.origin().channel());
    return new Interaction(click.id(), new Recipient(by.who(), channel, by.replyUrl()), click.on());
  }

  private CommandRunner.CommandResult lookUp(ChangeOutgoing command) {
    List<NamedLookup> lookups = command.mailboxes().stream().map(finder::find).toList();
    return (tx, actor, now) -> {
      RequestBatch batch = new RequestBatch(tx, command, actor, now);
      lookups.forEach(batch::add);
      batch.store();
    };
  }

  /** One command, mailbox by mailbox: rows for the card, lines for the requester. */
  private final class RequestBatch {
    private final Transaction tx;
    private final ChangeOutgoing command;
    private final Actor actor;
    private final Instant now;
    private final Instant deadline;
    private final Set<MailboxId> taken = new HashSet<>();
    private final List<ChangeRequest> rows = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();
    private final Set<Pointer> see = new LinkedHashSet<>();
    private final Card card;

    RequestBatch(Transaction tx, ChangeOutgoing command, Actor actor, Instant now) {
      this.tx = tx;
      this.command = command;
      this.actor = actor;
      this.now = now;
      deadline = now.plus(confirmWithin);
      card = Card.unshown(actor.by());
    }

    void add(NamedLookup sought) {
      sought.mentioned().ifPresent(who -> SeenAddresses.first(tx, who, now));
      String named = sought.named();
      if (sought.lookup() instanceof Lookup.Found found) {
        found(named, found.mailbox());
      } else if (sought.lookup() instanceof Lookup.Failed failed) {
        Failure failure = failed.failure();
        String line = Wording.lookupFailed(named, failure);
        refuse(subject(named), "cannot-look-up", failure.reason(), line);
      } else {
        refuse(subject(named), "no-such-mailbox", "", Wording.noSuchMailbox(named));
      }
    }

    private void found(String named, Mailbox mailbox) {
      if (!taken.add(mailbox.id())) {
        return; // An alias and an address of one account are one mailbox.
      }
      Optional<ChangeRequest> open = stillOpen(mailbox);
      if (open.isPresent()) {
        pointTo(open.get());
        return;
      }
      Target target = AccessCheck.target(tx, command.action(), mailbox, command.lasts(), now);
      Verdict verdict = access.mayAsk(actor, command.reason(), deadline, Optional.of(target));
      verdict
          .refusal()
          .ifPresentOrElse(
              why -> refuse(subject(named), why.rule(), "", why.sentence()),
              () -> rows.add(waiting(named, mailbox, Approvals.NONE.requiredBy(verdict))));
    }

    /** If the open request is overdue, it expires here. */
    private Optional<ChangeRequest> stillOpen(Mailbox mailbox) {
      tx.requests()
          .open(mailbox.id(), command.action())
          .filter(request -> ExpireRequest.isDue(request, now))
          .ifPresent(overdue -> ExpireRequest.expire(tx, overdue, now));
      return tx.requests().open(mailbox.id(), command.action());
    }

    private ChangeRequest waiting(String named, Mailbox mailbox, Approvals approvals) {
      String alias = named.equals(mailbox.address().value()) ? "" : named;
      Recipient by = actor.by();
      Origin origin = Origin.requestedBy(by.who(), by.channel(), now, alias);
      Terms terms = new Terms(command.reason(), command.lasts(), deadline);
      return ChangeRequest.waiting(card.id(), command.action(), mailbox, origin, terms, approvals);
    }

    private void pointTo(ChangeRequest open) {
      tx.cards().find(open.card()).flatMap(Card::pointer).ifPresent(see::add);
      refuse(open.subject(), "already-open", "", Wording.alreadyOpen(open));
    }

    private void refuse(AuditSubject subject, String rule, String detail, String line) {
      lines.add(line);
      tx.audit()
          .append(
              new AuditEntry(
                      now, AuditEvent.REFUSED, actor.by().who(), subject, command.reason(), "")
                  .refusedBy(rule, detail));
    }

    private AuditSubject subject(String named) {
      return AuditSubject.named("", command.action().recorded(), named);
    }

    void store() {
      if (!rows.isEmpty()) {
        tx.cards().add(card);
        rows.forEach(this::store);
        tx.announce(card);
        callApprovers();
      }
      if (!lines.isEmpty()) {
        tx.jobs().send(new PrivateMessage(actor.by(), String.join("\n", lines), List.copyOf(see)));
      }
    }

    /** The card's first post mentions them, and so does nothing else before half the time. */
    private void callApprovers() {
      rows.stream()
          .filter(row -> row.approvals().needsTwo())
          .filter(row -> tx.cards().ring(card.id(), Matter.SECOND_NEEDED))
          .findFirst()
          .ifPresent(row -> tx.jobs().ringAtHalfTime(row, now));
    }

    private void store(ChangeRequest request) {
      tx.requests().add(request);
      tx.audit()
          .append(
              request.audited(
                  AuditEvent.ASKED, actor.by().who(), AuditWording.asked(request), now));
      tx.jobs().expire(request.id(), request.terms().deadline());
    }
  }
}
