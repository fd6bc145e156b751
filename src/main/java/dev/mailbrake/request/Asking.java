package dev.mailbrake.request;

import dev.mailbrake.command.Command.ChangeOutgoing;
import dev.mailbrake.mailbox.Mailbox;
import dev.mailbrake.mailbox.MailboxId;
import dev.mailbrake.mailbox.Trouble;
import dev.mailbrake.policy.Reason;
import dev.mailbrake.policy.Target;
import dev.mailbrake.policy.Verdict;
import dev.mailbrake.request.AskForChange.Window;
import dev.mailbrake.request.Gate.Visitor;
import dev.mailbrake.request.MailboxFinder.Sought;
import dev.mailbrake.request.PrivateMessage.Pointer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One command being stored, mailbox by mailbox: rows for the card, lines for the requester. */
final class Asking {
  private final Ledger.Entry entry;
  private final Gate gate;
  private final ChangeOutgoing command;
  private final Visitor visitor;
  private final Window window;
  private final Set<MailboxId> taken = new HashSet<>();
  private final List<ChangeRequest> rows = new ArrayList<>();
  private final List<String> lines = new ArrayList<>();
  private final Set<Pointer> see = new LinkedHashSet<>();
  private final Card card;

  Asking(Ledger.Entry entry, Gate gate, ChangeOutgoing command, Visitor visitor, Window window) {
    this.entry = entry;
    this.gate = gate;
    this.command = command;
    this.visitor = visitor;
    this.window = window;
    card = Card.unshown(visitor.by());
  }

  void add(Sought sought) {
    sought.mentioned().ifPresent(who -> SeenAddresses.first(entry, who, window.from()));
    sought
        .lookup()
        .fold(
            mailbox -> found(sought.named(), mailbox),
            () -> refused(sought.named(), "no-such-mailbox", Wording.noSuchMailbox(sought.named())),
            trouble -> failed(sought, trouble));
  }

  /** Stores what was added and owes the telling of it. */
  void finish() {
    if (!rows.isEmpty()) {
      entry.cards().add(card);
      rows.forEach(this::store);
      entry.announce(card);
    }
    if (!lines.isEmpty()) {
      entry
          .jobs()
          .send(new PrivateMessage(visitor.by(), String.join("\n", lines), List.copyOf(see)));
    }
  }

  private void store(ChangeRequest request) {
    entry.requests().add(request);
    entry
        .audit()
        .append(
            AuditEntry.of(
                AuditEvent.ASKED,
                request,
                visitor.by().who(),
                AuditWording.asked(request),
                window.from()));
    entry.jobs().expire(request.id(), request.asked().deadline());
  }

  private Asking found(String named, Mailbox mailbox) {
    if (!taken.add(mailbox.id())) {
      return this; // An alias and an address of one account are one mailbox.
    }
    Optional<ChangeRequest> open = stillOpen(mailbox);
    if (open.isPresent()) {
      return pointTo(open.get());
    }
    Target target = Gate.target(entry, command.action(), mailbox, command.lasts(), window.from());
    Verdict verdict = gate.mayAsk(visitor, command.reason(), window.deadline(), target);
    Optional<Reason> refusal = verdict.refusal();
    return refusal.isPresent()
        ? refused(named, refusal.get().rule(), refusal.get().sentence())
        : wait(named, mailbox, Consent.NONE.given(verdict));
  }

  /** What is asked for already; what is overdue ends here, or goes on if it is a block's end. */
  private Optional<ChangeRequest> stillOpen(Mailbox mailbox) {
    entry
        .requests()
        .open(mailbox.id(), command.action())
        .filter(request -> Expiry.isDue(request, window.from()))
        .ifPresent(overdue -> Expiry.record(entry, overdue, window.from()));
    return entry.requests().open(mailbox.id(), command.action());
  }

  private Asking wait(String named, Mailbox mailbox, Consent consent) {
    String as = named.equals(mailbox.address().value()) ? "" : named;
    Interaction by = visitor.by();
    Asked asked =
        new Asked(
            by.who(),
            by.channel(),
            window.from(),
            window.deadline(),
            Wish.of(as, command.reason(), command.lasts()));
    rows.add(ChangeRequest.waiting(card.id(), command.action(), mailbox, asked, consent));
    return this;
  }

  private Asking pointTo(ChangeRequest open) {
    lines.add(Wording.alreadyOpen(open));
    entry.cards().find(open.card()).flatMap(Card::pointer).ifPresent(see::add);
    audit(AuditSubject.of(open), "already-open");
    return this;
  }

  private Asking failed(Sought sought, Trouble trouble) {
    return refused(
        sought.named(),
        "cannot-look-up: " + trouble.reason(),
        Wording.lookupFailed(sought.named(), trouble));
  }

  private Asking refused(String named, String detail, String line) {
    lines.add(line);
    audit(AuditSubject.named("", command.action().name(), named), detail);
    return this;
  }

  private void audit(AuditSubject subject, String detail) {
    entry
        .audit()
        .append(
            AuditEntry.refused(
                visitor.by().who(), subject, command.reason(), detail, window.from()));
  }
}
