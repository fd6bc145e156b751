package dev.mailbrake.request;

import dev.mailbrake.policy.Reason;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * Takes a click on a card's button. The clicker is checked as if they had typed the command, and
 * one atomic step in the record decides who was first. No click is ignored: whoever is refused is
 * told. A click that is delivered twice is one click.
 */
public final class DecideChange {
  private final Gate gate;
  private final Ledger ledger;
  private final Clock clock;

  public DecideChange(Gate gate, Ledger ledger, Clock clock) {
    this.gate = gate;
    this.ledger = ledger;
    this.clock = clock;
  }

  /**
   * Confirms the request: from its return on, the change is owed.
   *
   * @param requestId what the button carries; anything, if somebody forged it
   * @throws LedgerUnavailable if nothing could be recorded; then nothing was decided, unless it
   *     says that this may be
   */
  public void confirm(String requestId, Interaction click) {
    decide(requestId, click, AuditEvent.CONFIRMED);
  }

  /** Cancels the request; otherwise like {@link #confirm}. */
  public void cancel(String requestId, Interaction click) {
    decide(requestId, click, AuditEvent.CANCELLED);
  }

  private void decide(String requestId, Interaction click, AuditEvent event) {
    if (ledger.isTaken(click)) {
      return;
    }
    Optional<ChangeRequest> found =
        ledger.transaction(entry -> entry.requests().find(new RequestId(requestId)));
    if (found.isEmpty()) {
      refuseUnknown(requestId, click);
      return;
    }
    ChangeRequest request = found.get();
    // What is decided has no deadline any more: the answer is then who decided it.
    Instant deadline = request.state().isWaiting() ? request.asked().deadline() : Instant.MAX;
    Gate.Checked checked = gate.toChange(click, request.asked().reason(), deadline);
    Optional<Reason> objection = checked.objection();
    if (objection.isPresent()) {
      refuse(request, checked.by(), objection.get());
      return;
    }
    claim(request, checked.by(), event);
  }

  private void claim(ChangeRequest request, Interaction by, AuditEvent event) {
    ledger.once(
        by,
        clock.instant(),
        entry -> {
          Instant now = clock.instant(); // The transaction may have waited past the deadline.
          if (Expiry.isDue(request, now)) {
            Expiry.record(entry, request, now);
          }
          ChangeRequest decided =
              event == AuditEvent.CONFIRMED
                  ? request.confirmed(by.who(), now)
                  : request.cancelled(by.who(), now);
          boolean first = request.state().isWaiting() && entry.requests().move(request, decided);
          if (!first) {
            entry.requests().find(request.id()).ifPresent(other -> tooLate(entry, other, by));
            return;
          }
          entry.audit().append(AuditEntry.of(event, decided, by.who(), "", now));
          if (event == AuditEvent.CONFIRMED) {
            entry.jobs().apply(decided.id());
          }
          show(entry, decided, by);
        });
  }

  private static void show(Ledger.Entry entry, ChangeRequest decided, Interaction by) {
    entry
        .cards()
        .find(decided.card())
        .ifPresent(card -> entry.cards().place(card.id(), card.place().clicked(by.replyUrl())));
    entry.news(decided.card());
  }

  private void tooLate(Ledger.Entry entry, ChangeRequest decided, Interaction by) {
    Reason reason = new Reason("already-decided", Wording.alreadyDecided(decided));
    refuse(entry, decided, by, reason);
  }

  private void refuse(ChangeRequest request, Interaction by, Reason reason) {
    ledger.once(by, clock.instant(), entry -> refuse(entry, request, by, reason));
  }

  private void refuse(Ledger.Entry entry, ChangeRequest request, Interaction by, Reason reason) {
    entry
        .audit()
        .append(
            AuditEntry.of(
                AuditEvent.REFUSED_CLICK, request, by.who(), reason.rule(), clock.instant()));
    entry.jobs().send(PrivateMessage.to(by, reason.sentence()));
  }

  /** Answers a click on a button that means nothing here. */
  public void refuseUnknown(String requestId, Interaction click) {
    AuditSubject subject = AuditSubject.named(Wording.cut(requestId), "", "");
    Instant now = clock.instant();
    ledger.once(
        click,
        now,
        entry -> {
          entry
              .audit()
              .append(
                  new AuditEntry(
                      now, AuditEvent.REFUSED_CLICK, click.who(), subject, "", "unknown-request"));
          entry.jobs().send(PrivateMessage.to(click, Wording.UNKNOWN_REQUEST));
        });
  }
}
