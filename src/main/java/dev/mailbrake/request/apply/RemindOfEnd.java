package dev.mailbrake.request.apply;

import dev.mailbrake.audit.AuditEvent;
import dev.mailbrake.audit.PersonName;
import dev.mailbrake.mailbox.Action;
import dev.mailbrake.mailbox.Mailbox;
import dev.mailbrake.request.model.Approvals;
import dev.mailbrake.request.model.Card;
import dev.mailbrake.request.model.ChangeRequest;
import dev.mailbrake.request.model.Origin;
import dev.mailbrake.request.model.RequestId;
import dev.mailbrake.request.model.Terms;
import dev.mailbrake.request.port.Ledger;
import dev.mailbrake.request.port.Next;
import dev.mailbrake.request.port.Transaction;
import dev.mailbrake.request.wording.AuditWording;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Announces the end of a temporary block with a request to unblock the mailbox now or keep it
 * blocked. If nobody decides, the mailbox is unblocked at that request's deadline.
 */
public final class RemindOfEnd {
  private final Ledger ledger;
  private final Clock clock;

  public RemindOfEnd(Ledger ledger, Clock clock) {
    this.ledger = ledger;
    this.clock = clock;
  }

  /** May be repeated. After a long outage the block ends at once. */
  public Next run(RequestId id) {
    Instant now = clock.instant();
    return ledger.update(
        tx -> {
          Optional<ChangeRequest> block =
              tx.requests().find(id).filter(found -> found.effect().isTemporary());
          if (block.isEmpty() || tx.requests().automaticUnblockOf(id).isPresent()) {
            return Next.DONE;
          }
          Instant due = BlockTimer.remindsAt(block.get());
          if (now.isBefore(due)) {
            return Next.at(due, now);
          }
          announce(tx, block.get(), now);
          return Next.DONE;
        });
  }

  private static void announce(Transaction tx, ChangeRequest block, Instant now) {
    Card card = cardFor(tx, block);
    Terms terms = new Terms(block.terms().reason(), Duration.ZERO, block.effect().until());
    ChangeRequest unblock =
        ChangeRequest.waiting(
            card.id(),
            Action.UNBLOCK,
            blocked(block),
            Origin.automaticUnblock(block, now),
            terms,
            Approvals.NONE);
    tx.cards().add(card);
    tx.requests().add(unblock);
    tx.audit()
        .append(
            unblock.audited(
                AuditEvent.ASKED, PersonName.MAILBRAKE, AuditWording.asked(unblock), now));
    tx.announce(card);
    tx.jobs().expire(unblock.id(), terms.deadline());
  }

  /** In the thread of the block's card: as a new post, it rings the requester whom it mentions. */
  private static Card cardFor(Transaction tx, ChangeRequest block) {
    Card own = Card.in(block.origin().channel());
    return tx.cards().find(block.card()).flatMap(Card::thread).map(own::inThread).orElse(own);
  }

  /** The mailbox as the block left it. */
  private static Mailbox blocked(ChangeRequest block) {
    return block.mailbox().seen(block.action().wanted(), block.effect().since());
  }
}
