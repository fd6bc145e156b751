package dev.mailbrake.request.ask;

import dev.mailbrake.audit.AuditEntry;
import dev.mailbrake.audit.AuditEvent;
import dev.mailbrake.audit.AuditSubject;
import dev.mailbrake.command.Command.ChangeOutgoing;
import dev.mailbrake.mailbox.Failure;
import dev.mailbrake.mailbox.Mailbox;
import dev.mailbrake.mailbox.MailboxId;
import dev.mailbrake.policy.Reason;
import dev.mailbrake.policy.Target;
import dev.mailbrake.policy.Verdict;
import dev.mailbrake.request.ask.MailboxFinder.NamedLookup;
import dev.mailbrake.request.decide.AccessCheck;
import dev.mailbrake.request.decide.AccessCheck.Actor;
import dev.mailbrake.request.decide.Expiry;
import dev.mailbrake.request.decide.SeenAddresses;
import dev.mailbrake.request.model.Approvals;
import dev.mailbrake.request.model.Card;
import dev.mailbrake.request.model.ChangeRequest;
import dev.mailbrake.request.model.Interaction;
import dev.mailbrake.request.model.Origin;
import dev.mailbrake.request.model.PrivateMessage;
import dev.mailbrake.request.model.PrivateMessage.Pointer;
import dev.mailbrake.request.model.Terms;
import dev.mailbrake.request.port.Transaction;
import dev.mailbrake.request.wording.AuditWording;
import dev.mailbrake.request.wording.Wording;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One command being stored, mailbox by mailbox: rows for the card, lines for the requester. */
final class RequestBatch {
  private final Transaction tx;
  private final AccessCheck access;
  private final ChangeOutgoing command;
  private final Actor actor;
  private final Instant now;
  private final Instant deadline;
  private final Set<MailboxId> taken = new HashSet<>();
  private final List<ChangeRequest> rows = new ArrayList<>();
  private final List<String> lines = new ArrayList<>();
  private final Set<Pointer> see = new LinkedHashSet<>();
  private final Card card;

  RequestBatch(
      Transaction tx,
      AccessCheck access,
      ChangeOutgoing command,
      Actor actor,
      Instant now,
      Instant deadline) {
    this.tx = tx;
    this.access = access;
    this.command = command;
    this.actor = actor;
    this.now = now;
    this.deadline = deadline;
    card = Card.unshown(actor.by());
  }

  void add(NamedLookup sought) {
    sought.mentioned().ifPresent(who -> SeenAddresses.first(tx, who, now));
    sought
        .lookup()
        .fold(
            mailbox -> found(sought.named(), mailbox),
            () -> refused(sought.named(), "no-such-mailbox", Wording.noSuchMailbox(sought.named())),
            failure -> failed(sought, failure));
  }

  /** Stores what was added and owes the telling of it. */
  void finish() {
    if (!rows.isEmpty()) {
      tx.cards().add(card);
      rows.forEach(this::store);
      tx.announce(card);
    }
    if (!lines.isEmpty()) {
      tx.jobs().send(new PrivateMessage(actor.by(), String.join("\n", lines), List.copyOf(see)));
    }
  }

  private void store(ChangeRequest request) {
    tx.requests().add(request);
    tx.audit()
        .append(
            request.audited(AuditEvent.ASKED, actor.by().who(), AuditWording.asked(request), now));
    tx.jobs().expire(request.id(), request.terms().deadline());
  }

  private RequestBatch found(String named, Mailbox mailbox) {
    if (!taken.add(mailbox.id())) {
      return this; // An alias and an address of one account are one mailbox.
    }
    Optional<ChangeRequest> open = stillOpen(mailbox);
    if (open.isPresent()) {
      return pointTo(open.get());
    }
    Target target = AccessCheck.target(tx, command.action(), mailbox, command.lasts(), now);
    Verdict verdict = access.mayAsk(actor, command.reason(), deadline, target);
    Optional<Reason> refusal = verdict.refusal();
    return refusal.isPresent()
        ? refused(named, refusal.get().rule(), refusal.get().sentence())
        : wait(named, mailbox, Approvals.NONE.given(verdict));
  }

  /** What is asked for already; what is overdue ends here, or goes on if it is a block's end. */
  private Optional<ChangeRequest> stillOpen(Mailbox mailbox) {
    tx.requests()
        .open(mailbox.id(), command.action())
        .filter(request -> Expiry.isDue(request, now))
        .ifPresent(overdue -> Expiry.record(tx, overdue, now));
    return tx.requests().open(mailbox.id(), command.action());
  }

  private RequestBatch wait(String named, Mailbox mailbox, Approvals approvals) {
    String as = named.equals(mailbox.address().value()) ? "" : named;
    Interaction by = actor.by();
    Origin origin = Origin.of(by.who(), by.channel(), now, as);
    Terms terms = new Terms(command.reason(), command.lasts(), deadline);
    rows.add(ChangeRequest.waiting(card.id(), command.action(), mailbox, origin, terms, approvals));
    return this;
  }

  private RequestBatch pointTo(ChangeRequest open) {
    lines.add(Wording.alreadyOpen(open));
    tx.cards().find(open.card()).flatMap(Card::pointer).ifPresent(see::add);
    tx.audit().append(refusal(open.subject()).refusedBy("already-open"));
    return this;
  }

  private RequestBatch failed(NamedLookup sought, Failure failure) {
    lines.add(Wording.lookupFailed(sought.named(), failure));
    tx.audit().append(refusal(sought.named()).refusedBy("cannot-look-up", failure.reason()));
    return this;
  }

  private RequestBatch refused(String named, String rule, String line) {
    lines.add(line);
    tx.audit().append(refusal(named).refusedBy(rule));
    return this;
  }

  private AuditEntry refusal(String named) {
    return refusal(AuditSubject.named("", command.action().recorded(), named));
  }

  private AuditEntry refusal(AuditSubject subject) {
    return new AuditEntry(now, AuditEvent.REFUSED, actor.by().who(), subject, command.reason(), "");
  }
}
