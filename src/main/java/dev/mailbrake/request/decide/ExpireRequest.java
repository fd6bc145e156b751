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
 * Lets a request expire at its deadline; an automatic unblock is confirmed then. The click enforces
 * the deadline itself; this job keeps the record and the card true when nobody clicks.
 */
public final class ExpireRequest {
  private static final Duration ANOTHER_CHANGE = Duration.ofSeconds(30);

  private final Ledger ledger;
  private final Clock clock;

  public ExpireRequest(Ledger ledger, Clock clock) {
    this.ledger = ledger;
    this.clock = clock;
  }

  /** May be repeated. */
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
   * Lets a request that is due expire, unless somebody decided meanwhile.
   *
   * @return false if an automatic unblock has to wait for a change of the same mailbox that is
   *     still being applied, because that one may supersede the temporary block
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
      tx.jobs().apply(confirmed.id());
    }
  }
}
