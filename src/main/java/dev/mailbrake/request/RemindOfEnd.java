package dev.mailbrake.request;

import dev.mailbrake.mailbox.Action;
import dev.mailbrake.mailbox.Mailbox;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Announces the end of a timed block: asks, as a request like any other, whether the mailbox shall
 * be allowed now or be kept blocked. If nobody decides, the deadline of that request is the end of
 * the block.
 */
public final class RemindOfEnd {
  private final Ledger ledger;
  private final Clock clock;

  public RemindOfEnd(Ledger ledger, Clock clock) {
    this.ledger = ledger;
    this.clock = clock;
  }

  /**
   * May be repeated. Asks to run again if it is too early; after a long standstill the block ends
   * at once.
   *
   * @param id of the request that blocked the mailbox
   */
  public Next run(RequestId id) {
    Instant now = clock.instant();
    return ledger.transaction(
        entry -> {
          Optional<ChangeRequest> block =
              entry.requests().find(id).filter(found -> found.effect().isTimed());
          if (block.isEmpty() || entry.requests().liftOf(id).isPresent()) {
            return Next.DONE;
          }
          Instant due = BlockTimer.remindsAt(block.get());
          if (now.isBefore(due)) {
            return Next.after(Duration.between(now, due));
          }
          announce(entry, block.get(), now);
          return Next.DONE;
        });
  }

  private static void announce(Ledger.Entry entry, ChangeRequest block, Instant now) {
    Card card = Card.in(block.asked().channel());
    Asked asked =
        new Asked(
            block.asked().by(),
            block.asked().channel(),
            now,
            block.effect().until(),
            Wish.endOf(block));
    ChangeRequest lift =
        ChangeRequest.waiting(card.id(), Action.ALLOW, blocked(block), asked, Consent.NONE);
    entry.cards().add(card);
    entry.requests().add(lift);
    entry
        .audit()
        .append(
            AuditEntry.of(
                AuditEvent.ASKED, lift, PersonName.MAILBRAKE, AuditWording.asked(lift), now));
    entry.announce(card);
    entry.jobs().expire(lift.id(), asked.deadline());
  }

  /** The mailbox as the block left it: that is what its end changes. */
  private static Mailbox blocked(ChangeRequest block) {
    return block.mailbox().seen(block.action().wanted(), block.effect().since());
  }
}
