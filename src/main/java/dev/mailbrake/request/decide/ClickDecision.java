package dev.mailbrake.request.decide;

import dev.mailbrake.audit.AuditEvent;
import dev.mailbrake.audit.PersonName;
import dev.mailbrake.mailbox.Lookup;
import dev.mailbrake.mailbox.Mailbox;
import dev.mailbrake.policy.Question.Target;
import dev.mailbrake.policy.Verdict;
import dev.mailbrake.policy.Verdict.Reason;
import dev.mailbrake.request.apply.BlockTimer;
import dev.mailbrake.request.decide.AccessCheck.Actor;
import dev.mailbrake.request.decide.DecideChange.Choice;
import dev.mailbrake.request.model.Approvals.Decision;
import dev.mailbrake.request.model.ChangeRequest;
import dev.mailbrake.request.model.Matter;
import dev.mailbrake.request.model.PrivateMessage;
import dev.mailbrake.request.model.Recipient;
import dev.mailbrake.request.model.Recipient.ReplyUrl;
import dev.mailbrake.request.model.RequestState;
import dev.mailbrake.request.model.Ring;
import dev.mailbrake.request.port.Transaction;
import dev.mailbrake.request.wording.AuditWording;
import dev.mailbrake.request.wording.Wording;
import java.time.Instant;
import java.util.Optional;

/** Decides a click in its transaction: reads and asks the policy again, now with the mailbox. */
final class ClickDecision {
  private final Transaction tx;
  private final AccessCheck access;
  private final Actor actor;
  private final Facts facts;
  private final Instant now;

  ClickDecision(Transaction tx, AccessCheck access, Actor actor, Facts facts, Instant now) {
    this.tx = tx;
    this.access = access;
    this.actor = actor;
    this.facts = facts;
    this.now = now; // The transaction may have waited past the deadline.
  }

  void make(Choice answer) {
    ChangeRequest request = current();
    if (ExpireRequest.isDue(request, now)) {
      ExpireRequest.expire(tx, request, now);
      request = current();
    }
    if (!request.state().isWaiting()) {
      refuse(request, "already-decided", Wording.alreadyDecided(request));
    } else if (answer == Choice.CANCEL) {
      cancel(request);
    } else if (facts.mailbox() instanceof Lookup.Missing && !request.isAutomaticUnblock()) {
      // An automatic unblock goes on: one odd answer must not end a timer.
      voidIt(request);
    } else {
      confirm(refreshed(request));
    }
  }

  private ChangeRequest current() {
    return tx.requests().find(facts.request().id()).orElse(facts.request());
  }

  private void cancel(ChangeRequest request) {
    AuditEvent event = request.isAutomaticUnblock() ? AuditEvent.KEPT : AuditEvent.CANCELLED;
    if (step(request, request.cancelled(by(), now), event, "") && request.isAutomaticUnblock()) {
      BlockTimer.keep(tx, request);
    }
  }

  /** The account is gone; whatever has its address now is another one. */
  private void voidIt(ChangeRequest request) {
    String why = Wording.ACCOUNT_CHANGED;
    if (step(request, request.reached(RequestState.VOID, why, now), AuditEvent.VOID, why)) {
      send(why);
    }
  }

  /** If Zoho did not answer, the request is decided as it is. */
  private ChangeRequest refreshed(ChangeRequest request) {
    if (!(facts.mailbox() instanceof Lookup.Found found)
        || isAtLeastAsFresh(request.mailbox(), found.mailbox())) {
      return request;
    }
    Mailbox mailbox = found.mailbox();
    String changed = Wording.changes(request.mailbox(), mailbox);
    return request.seen(mailbox, request.approvals().withChange(changed));
  }

  /** A time in the future came from a clock that was ahead and does not count. */
  private boolean isAtLeastAsFresh(Mailbox known, Mailbox found) {
    Instant read = found.readAt();
    return known.readAt().equals(read)
        || (!known.readAt().isBefore(read) && !known.readAt().isAfter(now));
  }

  private void confirm(ChangeRequest request) {
    Target target =
        AccessCheck.target(tx, request.action(), request.mailbox(), request.terms().lasts(), now);
    Verdict verdict =
        access.mayDecide(SeenAddresses.note(tx, actor, now), request, Optional.of(target));
    verdict
        .refusal()
        .ifPresentOrElse(
            why -> refuse(request, why.rule(), why.sentence()),
            () -> agreed(request.withApprovals(request.approvals().requiredBy(verdict))));
  }

  private void agreed(ChangeRequest request) {
    if (!request.approvals().needsTwo()) {
      confirmed(request);
    } else if (!request.approvals().hasFirst()) {
      first(request);
    } else if (firstOf(request).id().equals(by().id())) {
      refuse(request, "same-person", Wording.ALREADY_CONFIRMED_BY_YOU);
    } else {
      second(request);
    }
  }

  private void first(ChangeRequest request) {
    ChangeRequest half =
        request.withApprovals(request.approvals().firstBy(new Decision(by(), now)));
    if (step(request, half, AuditEvent.FIRST_CONFIRMED, half.approvals().because())) {
      send(Wording.secondNeeded(half));
      callApprovers(half);
    }
  }

  /** Once, and not if the card's first post has done so. */
  private void callApprovers(ChangeRequest half) {
    if (!facts.request().approvals().needsTwo()) {
      tx.jobs().ring(Ring.check(half.card(), Matter.SECOND_NEEDED));
      tx.jobs().ringAtHalfTime(half, now);
    }
  }

  private void second(ChangeRequest request) {
    Optional<Actor> first =
        facts.first().filter(it -> it.by().who().id().equals(firstOf(request).id()));
    if (first.isEmpty()) {
      // Somebody confirmed while this click was being checked.
      refuse(request, "first-just-confirmed", Wording.pressAgain(firstOf(request)));
      return;
    }
    Optional<Reason> objection = access.mayDecide(first.get(), request, Optional.empty()).refusal();
    if (objection.isEmpty()) {
      confirmed(request);
    } else if (first.get().isUnclear()) {
      refuse(request, "cannot-check-first", Wording.cannotCheck(firstOf(request)));
    } else {
      replaceFirst(request, objection.get());
    }
  }

  /** The first approver may no longer approve, so this click becomes the first approval. */
  private void replaceFirst(ChangeRequest request, Reason why) {
    tx.audit().append(request.audited(AuditEvent.FIRST_FALLEN, firstOf(request), why.rule(), now));
    first(request);
  }

  private void confirmed(ChangeRequest request) {
    ChangeRequest confirmed = request.confirmed(by(), now);
    if (step(request, confirmed, AuditEvent.CONFIRMED, AuditWording.withFirst(confirmed))) {
      send(Wording.confirmed(confirmed));
      tx.jobs().confirmed(confirmed);
    }
  }

  /** The click may have brought a URL to edit the card with. */
  private boolean step(ChangeRequest from, ChangeRequest next, AuditEvent event, String detail) {
    boolean moved = tx.step(from, next, next.audited(event, by(), detail, now));
    if (moved) {
      ReplyUrl left = actor.by().replyUrl().used(); // The private answer takes one use.
      tx.cards()
          .find(next.card())
          .ifPresent(card -> tx.cards().place(card.id(), card.place().clicked(left)));
    }
    return moved;
  }

  private void refuse(ChangeRequest request, String rule, String sentence) {
    refuse(tx, request, actor.by(), new Reason(rule, sentence), now);
  }

  static void refuse(
      Transaction tx, ChangeRequest request, Recipient by, Reason reason, Instant now) {
    tx.audit().append(request.refusedClick(by.who(), reason.rule(), now));
    tx.jobs().send(PrivateMessage.to(by, reason.sentence()));
  }

  private void send(String text) {
    tx.jobs().send(PrivateMessage.to(actor.by(), text));
  }

  private PersonName by() {
    return actor.by().who();
  }

  /**
   * What was read for the click outside the transaction: the request, the mailbox as Zoho has it
   * (after a failure, the record counts), and the first approver as Slack describes them.
   */
  record Facts(ChangeRequest request, Lookup mailbox, Optional<Actor> first) {}

  private static PersonName firstOf(ChangeRequest request) {
    return request.approvals().first().by();
  }
}
