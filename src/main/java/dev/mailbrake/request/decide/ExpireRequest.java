package dev.mailbrake.request.decide;

import dev.mailbrake.audit.AuditEvent;
import dev.mailbrake.audit.PersonName;
import dev.mailbrake.request.apply.BlockTimer;
import dev.mailbrake.request.model.ChangeRequest;
import dev.mailbrake.request.model.RequestId;
import dev.mailbrake.request.port.Ledger;
import dev.mailbrake.request.port.Next;
import dev.mailbrake.request.port.Transaction;
import dev.mailbrake.request.wording.Wording;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * At its deadline, a request expires, but an automatic unblock is confirmed. Clicks check the
 * deadline themselves; this job updates the record and the card if nobody clicks.
 */
public final class ExpireRequest {
  private static final Duration ANOTHER_CHANGE = Duration.ofSeconds(30);

  private final Ledger ledger;
  private final Clock clock;

  public ExpireRequest(Ledger ledger, Clock clock) {
    this.ledger = ledger;
    this.clock = clock;
  }

  public Next run(RequestId id) {
    Instant now = clock.instant();
    return ledger.update(
        tx -> {
          Optional<ChangeRequest> request =
              tx.requests().find(id).filter(found -> found.state().isWaiting());
          if (request.isPresent() && !isDue(request.get(), now)) {
            return Next.at(request.get().terms().deadline(), now);
          }
          boolean done = request.map(due -> expire(tx, due, now)).orElse(true);
          return done ? Next.DONE : Next.after(ANOTHER_CHANGE);
        });
  }

  public static boolean isDue(ChangeRequest request, Instant now) {
    return request.state().isWaiting() && !now.isBefore(request.terms().deadline());
  }

  /**
   * Expires a due request unless somebody has decided it.
   *
   * @return false if an automatic unblock must wait for a change of the mailbox that is still being
   *     applied and may supersede the temporary block
   */
  public static boolean expire(Transaction tx, ChangeRequest request, Instant now) {
    if (!request.isAutomaticUnblock()) {
      tx.step(
          request,
          request.expired(),
          request.audited(AuditEvent.EXPIRED, PersonName.MAILBRAKE, "", now));
      return true;
    }
    if (tx.requests().isBeingChanged(request.mailbox().id())) {
      return false;
    }
    unblock(tx, request, now);
    return true;
  }

  private static void unblock(Transaction tx, ChangeRequest request, Instant now) {
    if (BlockTimer.temporaryBlockOf(tx, request).isEmpty()) {
      BlockTimer.voidUnblock(tx, request, Wording.NO_LONGER_TEMPORARY, now);
      return;
    }
    ChangeRequest confirmed = request.confirmed(PersonName.MAILBRAKE, now);
    if (tx.step(
        request, confirmed, confirmed.audited(AuditEvent.LIFTED, PersonName.MAILBRAKE, "", now))) {
      tx.jobs().confirmed(confirmed);
    }
  }
}
