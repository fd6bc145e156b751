package dev.mailbrake.request;

import dev.mailbrake.mailbox.Lookup;
import dev.mailbrake.mailbox.Mailbox;
import dev.mailbrake.policy.Reason;
import dev.mailbrake.policy.Target;
import dev.mailbrake.policy.Verdict;
import dev.mailbrake.request.DecideChange.Answer;
import dev.mailbrake.request.FreshFacts.Facts;
import dev.mailbrake.request.Gate.Visitor;
import java.time.Instant;
import java.util.Optional;

/** One click being decided in its transaction: the request as it stands now, and what it gets. */
final class Claim {
  private final Ledger.Entry entry;
  private final Gate gate;
  private final Visitor visitor;
  private final Facts facts;
  private final Instant now;

  Claim(Ledger.Entry entry, Gate gate, Visitor visitor, Facts facts, Instant now) {
    this.entry = entry;
    this.gate = gate;
    this.visitor = visitor;
    this.facts = facts;
    this.now = now; // The transaction may have waited past the deadline.
  }

  void make(Answer answer) {
    ChangeRequest request = asItStands();
    if (Expiry.isDue(request, now)) {
      Expiry.record(entry, request, now);
      request = asItStands();
    }
    if (!request.state().isWaiting()) {
      refuse(request, "already-decided", Wording.alreadyDecided(request));
    } else if (answer == Answer.CANCEL) {
      cancel(request);
    } else if (facts.mailbox() instanceof Lookup.Missing && !request.isLift()) {
      // The end of a timed block is confirmed all the same: one odd answer must not end a timer.
      voidIt(request);
    } else {
      confirm(refreshed(request));
    }
  }

  private ChangeRequest asItStands() {
    return entry.requests().find(facts.request().id()).orElse(facts.request());
  }

  private void cancel(ChangeRequest request) {
    ChangeRequest cancelled = request.cancelled(by(), now);
    entry.requests().move(request, cancelled);
    if (request.isLift()) {
      BlockTimer.keep(entry, request);
    }
    told(request.isLift() ? AuditEvent.KEPT : AuditEvent.CANCELLED, cancelled, "");
  }

  /** The account it was asked for is gone; what has its address now is another one. */
  private void voidIt(ChangeRequest request) {
    ChangeRequest voided = request.voided(Wording.ACCOUNT_CHANGED, now);
    entry.requests().move(request, voided);
    told(AuditEvent.VOID, voided, Wording.ACCOUNT_CHANGED);
    send(Wording.ACCOUNT_CHANGED);
  }

  /** The request with what Zoho says now; where it says nothing, with what it said. */
  private ChangeRequest refreshed(ChangeRequest request) {
    if (!(facts.mailbox() instanceof Lookup.Found found)
        || isAtLeastAsFresh(request.mailbox(), found.mailbox())) {
      return request;
    }
    Mailbox mailbox = found.mailbox();
    String changed = Wording.changes(request.mailbox(), mailbox);
    return changed.isEmpty()
        ? request.seen(mailbox, request.consent())
        : request.seen(mailbox, request.consent().alsoChanged(changed));
  }

  /** Not what a clock that was ahead dated to a moment that is still to come. */
  private boolean isAtLeastAsFresh(Mailbox known, Mailbox found) {
    Instant read = found.readAt();
    return known.readAt().equals(read)
        || (!known.readAt().isBefore(read) && !known.readAt().isAfter(now));
  }

  private void confirm(ChangeRequest request) {
    Target target =
        Gate.target(entry, request.action(), request.mailbox(), request.asked().lasts(), now);
    Verdict verdict = gate.mayDecide(SeenAddresses.note(entry, visitor, now), request, target);
    verdict
        .refusal()
        .ifPresentOrElse(
            why -> refuse(request, why.rule(), why.sentence()),
            () -> agreed(request.consented(request.consent().given(verdict))));
  }

  /** The policy lets this person confirm: alone, or as one of two. */
  private void agreed(ChangeRequest request) {
    if (!request.consent().needsTwo()) {
      confirmed(request);
      return;
    }
    if (!request.consent().hasFirst()) {
      first(request);
      return;
    }
    if (request.consent().first().by().id().equals(by().id())) {
      refuse(request, "same-person", Wording.ALREADY_CONFIRMED_BY_YOU);
      return;
    }
    second(request);
  }

  private void first(ChangeRequest request) {
    ChangeRequest half = request.consented(request.consent().firstBy(new Decision(by(), now)));
    if (entry.requests().move(request, half)) {
      told(AuditEvent.FIRST_CONFIRMED, half, half.consent().because());
      send(Wording.secondNeeded(half));
    }
  }

  private void second(ChangeRequest request) {
    Optional<Visitor> first =
        facts.first().filter(it -> it.by().who().id().equals(firstOf(request).id()));
    if (first.isEmpty()) {
      // Somebody confirmed while this click was being checked.
      refuse(request, "first-just-confirmed", Wording.pressAgain(firstOf(request)));
      return;
    }
    Optional<Reason> objection =
        gate.mayDecide(first.get(), request, new Target.Unseen()).refusal();
    if (objection.isEmpty()) {
      confirmed(request);
    } else if (first.get().isUnclear()) {
      refuse(request, "cannot-check-first", Wording.cannotCheck(firstOf(request)));
    } else {
      fallen(request, objection.get());
    }
  }

  /** The first approver is none any more, so that this click is the first of two. */
  private void fallen(ChangeRequest request, Reason why) {
    entry
        .audit()
        .append(AuditEntry.of(AuditEvent.FIRST_FALLEN, request, firstOf(request), why.rule(), now));
    first(request);
  }

  private void confirmed(ChangeRequest request) {
    ChangeRequest confirmed = request.confirmed(by(), now);
    if (entry.requests().move(request, confirmed)) {
      told(AuditEvent.CONFIRMED, confirmed, AuditWording.withFirst(confirmed));
      send(Wording.confirmed(confirmed));
      entry.jobs().apply(confirmed.id());
    }
  }

  /** Records a step, and owes the card's edit; a click may have brought a way to make it. */
  private void told(AuditEvent event, ChangeRequest next, String detail) {
    entry.audit().append(AuditEntry.of(event, next, by(), detail, now));
    entry
        .cards()
        .find(next.card())
        .ifPresent(card -> entry.cards().place(card.id(), card.place().clicked(leftForCard())));
    entry.news(next.card());
  }

  /** The private answer takes one use of the click's url. */
  private ReplyUrl leftForCard() {
    return visitor.by().replyUrl().used();
  }

  private void refuse(ChangeRequest request, String rule, String sentence) {
    refuse(entry, request, visitor.by(), new Reason(rule, sentence), now);
  }

  static void refuse(
      Ledger.Entry entry, ChangeRequest request, Interaction by, Reason reason, Instant now) {
    entry
        .audit()
        .append(AuditEntry.of(AuditEvent.REFUSED_CLICK, request, by.who(), reason.rule(), now));
    entry.jobs().send(PrivateMessage.to(by, reason.sentence()));
  }

  private void send(String text) {
    entry.jobs().send(PrivateMessage.to(visitor.by(), text));
  }

  private PersonName by() {
    return visitor.by().who();
  }

  private static PersonName firstOf(ChangeRequest request) {
    return request.consent().first().by();
  }
}
