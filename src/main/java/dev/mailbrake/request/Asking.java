package dev.mailbrake.request;

import dev.mailbrake.command.Command.ChangeOutgoing;
import dev.mailbrake.mailbox.Mailbox;
import dev.mailbrake.mailbox.MailboxId;
import dev.mailbrake.mailbox.Trouble;
import dev.mailbrake.request.MailboxFinder.Sought;
import dev.mailbrake.request.PrivateMessage.Pointer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One command being stored, mailbox by mailbox: rows for the card, lines for the requester. */
final class Asking {
  private final Ledger.Entry entry;
  private final ChangeOutgoing command;
  private final Interaction by;
  private final Instant now;
  private final Duration confirmWithin;
  private final Set<MailboxId> taken = new HashSet<>();
  private final List<ChangeRequest> rows = new ArrayList<>();
  private final List<String> lines = new ArrayList<>();
  private final Set<Pointer> see = new LinkedHashSet<>();
  private final Card card;

  Asking(
      Ledger.Entry entry,
      ChangeOutgoing command,
      Interaction by,
      Instant now,
      Duration confirmWithin) {
    this.entry = entry;
    this.command = command;
    this.by = by;
    this.now = now;
    this.confirmWithin = confirmWithin;
    card = Card.unshown(by);
  }

  void add(Sought sought) {
    sought
        .lookup()
        .fold(
            mailbox -> found(sought.named(), mailbox),
            () -> refused(sought, "no-such-mailbox", Wording.noSuchMailbox(sought.named())),
            trouble -> failed(sought, trouble));
  }

  /** Stores what was added and owes the telling of it. */
  void finish() {
    if (!rows.isEmpty()) {
      entry.cards().add(card);
      rows.forEach(this::store);
      entry.jobs().show(card.id(), card.revision());
    }
    if (!lines.isEmpty()) {
      entry.jobs().send(new PrivateMessage(by, String.join("\n", lines), List.copyOf(see)));
    }
  }

  private void store(ChangeRequest request) {
    entry.requests().add(request);
    entry.audit().append(AuditEntry.of(AuditEvent.ASKED, request, by.who(), "", now));
    entry.jobs().expire(request.id(), request.asked().deadline());
  }

  private Asking found(String named, Mailbox mailbox) {
    if (!taken.add(mailbox.id())) {
      return this; // An alias and an address of one account are one mailbox.
    }
    Optional<ChangeRequest> open = entry.requests().open(mailbox.id(), command.action());
    if (open.isPresent() && !Expiry.isDue(open.get(), now)) {
      return pointTo(open.get());
    }
    open.ifPresent(overdue -> Expiry.record(entry, overdue, now));
    String as = named.equals(mailbox.address().value()) ? "" : named;
    Asked asked = Asked.by(by, as, command.reason(), now, confirmWithin);
    rows.add(ChangeRequest.waiting(card.id(), command.action(), mailbox, asked));
    return this;
  }

  private Asking pointTo(ChangeRequest open) {
    lines.add(Wording.alreadyOpen(open));
    entry
        .cards()
        .find(open.card())
        .filter(other -> !other.place().message().isEmpty())
        .ifPresent(other -> see.add(new Pointer(other.channel(), other.place().message())));
    audit(AuditSubject.of(open), "already-open");
    return this;
  }

  private Asking failed(Sought sought, Trouble trouble) {
    return refused(
        sought,
        "cannot-look-up: " + trouble.reason(),
        Wording.lookupFailed(sought.named(), trouble));
  }

  private Asking refused(Sought sought, String detail, String line) {
    lines.add(line);
    audit(AuditSubject.named("", command.action().name(), sought.named()), detail);
    return this;
  }

  private void audit(AuditSubject subject, String detail) {
    entry.audit().append(AuditEntry.refused(by.who(), subject, command.reason(), detail, now));
  }
}
