package dev.mailbrake.request.tell;

import dev.mailbrake.request.model.Card;
import dev.mailbrake.request.model.CardId;
import dev.mailbrake.request.model.CardPlace;
import dev.mailbrake.request.model.PrivateMessage;
import dev.mailbrake.request.model.Recipient;
import dev.mailbrake.request.port.Delivery;
import dev.mailbrake.request.port.Ledger;
import dev.mailbrake.request.port.Next;
import dev.mailbrake.request.port.Replies;
import dev.mailbrake.request.wording.Wording;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says in a card's thread what a block does not do, once the card's first block took effect. */
public final class AdviseAfterBlock {
  private static final Duration UNTIL_THERE = Duration.ofSeconds(2);
  private static final Logger LOG = LoggerFactory.getLogger(AdviseAfterBlock.class);

  private final Replies replies;
  private final Ledger ledger;

  public AdviseAfterBlock(Replies replies, Ledger ledger) {
    this.replies = replies;
    this.ledger = ledger;
  }

  /** Tries once; tells only the requester where the bot cannot write to the channel. */
  public Next run(CardId id, int tries) {
    Optional<Card> card = ledger.read(tx -> tx.cards().find(id));
    if (card.isEmpty()) {
      return Next.DONE;
    }
    CardPlace place = card.get().place();
    if (place.kind() == CardPlace.Kind.IN_CHANNEL) {
      return replies
          .advise(card.get(), Wording.NOT_DONE)
          .orRetry(
              tries,
              why -> {
                LOG.warn("cannot post advice in the thread of card {}: {}", id, why);
                tellRequester(card.get());
              });
    }
    if (place.kind() == CardPlace.Kind.NOWHERE && tries < Delivery.MAX_TRIES) {
      return Next.after(UNTIL_THERE);
    }
    tellRequester(card.get());
    return Next.DONE;
  }

  private void tellRequester(Card card) {
    ledger.write(
        tx ->
            tx.requests().on(card.id()).stream()
                .findFirst()
                .map(row -> Recipient.in(card.channel(), row.origin().by()))
                .ifPresent(to -> tx.jobs().send(PrivateMessage.to(to, Wording.NOT_DONE))));
  }
}
