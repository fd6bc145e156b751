package dev.mailbrake.request.tell;

import dev.mailbrake.request.model.Card;
import dev.mailbrake.request.model.CardPlace;
import dev.mailbrake.request.model.ThreadPost;
import dev.mailbrake.request.port.Delivery;
import dev.mailbrake.request.port.Delivery.Done;
import dev.mailbrake.request.port.Next;
import dev.mailbrake.request.port.Replies;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Posts into a card's thread, however long Slack is down, or says that nobody can. */
final class ThreadReplies {
  private static final Duration UNTIL_THERE = Duration.ofSeconds(2);

  private static final Logger LOG = LoggerFactory.getLogger(ThreadReplies.class);

  private final Replies replies;

  ThreadReplies(Replies replies) {
    this.replies = replies;
  }

  /**
   * Tries once.
   *
   * @param otherwise run if the bot cannot post in the card's thread
   */
  Next reply(Card card, ThreadPost post, int tries, Runnable otherwise) {
    CardPlace.Kind place = card.place().kind();
    if (place == CardPlace.Kind.NOWHERE && tries < Delivery.MAX_TRIES) {
      return Next.after(UNTIL_THERE);
    }
    return place == CardPlace.Kind.IN_CHANNEL
        ? after(replies.reply(card, post), "the thread of card " + card.id(), tries, otherwise)
        : instead(otherwise);
  }

  Next tellDirectly(String userId, ThreadPost post, int tries) {
    return after(replies.tellDirectly(userId, post), userId, tries, () -> {});
  }

  private static Next after(Delivery<Done> delivery, String where, int tries, Runnable otherwise) {
    return delivery.fold(
        done -> Next.DONE,
        (why, pause) -> {
          boolean again = tries < Delivery.TRIES_FOR_A_DAY;
          LOG.warn("cannot post to {}: {}; trying again: {}", where, why, again);
          return again ? Next.after(Delivery.BACKOFF.pause(tries + 1, pause)) : instead(otherwise);
        },
        refusal -> {
          LOG.warn("cannot post to {}: {}", where, refusal.why());
          return instead(otherwise);
        });
  }

  private static Next instead(Runnable otherwise) {
    otherwise.run();
    return Next.DONE;
  }
}
