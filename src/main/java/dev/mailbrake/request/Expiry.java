package dev.mailbrake.request;

import java.time.Instant;

/** What becomes of a request that nobody decided in time: it ends, or a timed block does. */
final class Expiry {
  private Expiry() {}

  static boolean isDue(ChangeRequest request, Instant now) {
    return request.state().isWaiting() && !now.isBefore(request.asked().deadline());
  }

  /**
   * Records it, unless somebody decided meanwhile, and owes the card's edit.
   *
   * @return false if it has to wait for a change of the same mailbox that is still being applied,
   *     because that one may take the timed block's place
   */
  static boolean record(Ledger.Entry entry, ChangeRequest request, Instant now) {
    if (!request.isLift()) {
      expire(entry, request, now);
      return true;
    }
    if (entry.requests().isBeingChanged(request.mailbox().id())) {
      return false;
    }
    lift(entry, request, now);
    return true;
  }

  private static void expire(Ledger.Entry entry, ChangeRequest request, Instant now) {
    if (entry.requests().move(request, request.expired())) {
      entry
          .audit()
          .append(AuditEntry.of(AuditEvent.EXPIRED, request, PersonName.MAILBRAKE, "", now));
      entry.news(request.card());
    }
  }

  private static void lift(Ledger.Entry entry, ChangeRequest request, Instant now) {
    if (BlockTimer.timedBlockOf(entry, request).isEmpty()) {
      BlockTimer.voidLift(entry, request, Wording.NO_LONGER_TIMED, now);
      return;
    }
    ChangeRequest owed = request.confirmed(PersonName.MAILBRAKE, now);
    if (entry.requests().move(request, owed)) {
      entry.audit().append(AuditEntry.of(AuditEvent.LIFTED, owed, PersonName.MAILBRAKE, "", now));
      entry.jobs().apply(owed.id());
      entry.news(owed.card());
    }
  }
}
