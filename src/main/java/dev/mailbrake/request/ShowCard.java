package dev.mailbrake.request;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings a card's message to what the record says. It only tells: whatever happens here, the act it
 * tells of is neither undone nor repeated.
 */
public final class ShowCard {
  private static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(1));

  /** About a day at the longest pause. */
  private static final int MOST_TRIES = 1_500;

  private static final Logger LOG = LoggerFactory.getLogger(ShowCard.class);

  private final Replies replies;
  private final Ledger ledger;

  public ShowCard(Replies replies, Ledger ledger) {
    this.replies = replies;
    this.ledger = ledger;
  }

  /**
   * Shows the card as it is now, unless its message is up to date.
   *
   * @param tries how often it asked to run again
   */
  public Next run(CardId id, int tries) {
    Optional<View> view = ledger.transaction(entry -> view(entry, id));
    if (view.isEmpty() || view.get().card().isUpToDate()) {
      return Next.DONE;
    }
    Card card = view.get().card();
    return replies
        .show(card, view.get().rows())
        .fold(
            place -> shown(card, place),
            (why, pause) -> later(card, why, pause, tries),
            why -> impossible(card, why));
  }

  private static Optional<View> view(Ledger.Entry entry, CardId id) {
    return entry.cards().find(id).map(card -> new View(card, entry.requests().on(id)));
  }

  /**
   * A slower sibling may have shown an older revision meanwhile, so whoever was slow shows again.
   */
  private Next shown(Card card, CardPlace place) {
    return ledger.transaction(
        entry -> {
          Card now = entry.cards().find(card.id()).orElse(card);
          entry.cards().shown(card.id(), now.place().after(place), card.revision());
          return now.revision() > card.revision() ? Next.after(Duration.ZERO) : Next.DONE;
        });
  }

  private static Next later(Card card, String why, Duration pause, int tries) {
    if (tries >= MOST_TRIES) {
      return impossible(card, why);
    }
    LOG.warn("card {} is not up to date: {}; it is shown again later", card.id(), why);
    return Next.after(BACKOFF.pause(tries + 1, pause));
  }

  private static Next impossible(Card card, String why) {
    LOG.error(
        "card {} in channel {} cannot be shown: {}; its requests stand as recorded",
        card.id(),
        card.channel(),
        why);
    return Next.DONE;
  }

  private record View(Card card, List<ChangeRequest> rows) {}
}
