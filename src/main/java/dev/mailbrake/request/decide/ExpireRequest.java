package dev.mailbrake.request.decide;

import dev.mailbrake.request.model.ChangeRequest;
import dev.mailbrake.request.model.RequestId;
import dev.mailbrake.request.port.Ledger;
import dev.mailbrake.request.port.Next;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Lets a request expire at its deadline, or a temporary block end. The deadline itself is enforced
 * at the click; this keeps the record and the card true when nobody clicks.
 */
public final class ExpireRequest {
  private static final Duration ANOTHER_CHANGE = Duration.ofSeconds(30);

  private final Ledger ledger;
  private final Clock clock;

  public ExpireRequest(Ledger ledger, Clock clock) {
    this.ledger = ledger;
    this.clock = clock;
  }

  /** May be repeated. Asks to run again if the deadline is still ahead. */
  public Next run(RequestId id) {
    Instant now = clock.instant();
    return ledger.update(
        tx -> {
          Optional<ChangeRequest> request =
              tx.requests().find(id).filter(found -> found.state().isWaiting());
          if (request.isPresent() && !Expiry.isDue(request.get(), now)) {
            return Next.after(Duration.between(now, request.get().terms().deadline()));
          }
          boolean done = request.map(due -> Expiry.record(tx, due, now)).orElse(true);
          return done ? Next.DONE : Next.after(ANOTHER_CHANGE);
        });
  }
}
