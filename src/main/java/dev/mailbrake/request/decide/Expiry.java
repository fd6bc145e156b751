package dev.mailbrake.request.decide;

import dev.mailbrake.audit.AuditEvent;
import dev.mailbrake.audit.PersonName;
import dev.mailbrake.request.apply.BlockTimer;
import dev.mailbrake.request.model.ChangeRequest;
import dev.mailbrake.request.port.Transaction;
import dev.mailbrake.request.wording.Wording;
import java.time.Instant;

/** What becomes of a request that nobody decided in time: it ends, or a temporary block does. */
public final class Expiry {
  private Expiry() {}

  public static boolean isDue(ChangeRequest request, Instant now) {
    return request.state().isWaiting() && !now.isBefore(request.terms().deadline());
  }

  /**
   * Records it, unless somebody decided meanwhile, and owes the card's edit.
   *
   * @return false if it has to wait for a change of the same mailbox that is still being applied,
   *     because that one may take the temporary block's place
   */
  public static boolean record(Transaction tx, ChangeRequest request, Instant now) {
    if (!request.isAutomaticUnblock()) {
      expire(tx, request, now);
      return true;
    }
    if (tx.requests().isBeingChanged(request.mailbox().id())) {
      return false;
    }
    unblock(tx, request, now);
    return true;
  }

  private static void expire(Transaction tx, ChangeRequest request, Instant now) {
    tx.step(
        request,
        request.expired(),
        request.audited(AuditEvent.EXPIRED, PersonName.MAILBRAKE, "", now));
  }

  private static void unblock(Transaction tx, ChangeRequest request, Instant now) {
    if (BlockTimer.temporaryBlockOf(tx, request).isEmpty()) {
      BlockTimer.voidUnblock(tx, request, Wording.NO_LONGER_TEMPORARY, now);
      return;
    }
    ChangeRequest owed = request.confirmed(PersonName.MAILBRAKE, now);
    if (tx.step(request, owed, owed.audited(AuditEvent.LIFTED, PersonName.MAILBRAKE, "", now))) {
      tx.jobs().apply(owed.id());
    }
  }
}
