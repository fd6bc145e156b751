package dev.mailbrake.request;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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

  private static final int TURNS = 64;

  private final Replies replies;
  private final Ledger ledger;

  /** Two showings of one card at once could leave the older one standing, so they take turns. */
  private final List<Object> turns = Stream.generate(Object::new).limit(TURNS).toList();

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
    synchronized (turns.get(Math.floorMod(id.hashCode(), TURNS))) {
      return show(id, tries);
    }
  }

  private Next show(CardId id, int tries) {
    Optional<View> view = ledger.transaction(entry -> view(entry, id));
    if (view.isEmpty() || view.get().card().isUpToDate()) {
      return Next.DONE;
    }
    Card card = view.get().card();
    List<ChangeRequest> rows = view.get().rows();
    return replies
        .show(card, rows)
        .fold(
            place -> shown(card, place),
            (why, pause) ->
                tries < MOST_TRIES ? later(card, why, pause, tries) : impossible(card, rows, why),
            why -> impossible(card, rows, why));
  }

  private static Optional<View> view(Ledger.Entry entry, CardId id) {
    return entry.cards().find(id).map(card -> new View(card, entry.requests().on(id)));
  }

  private Next shown(Card card, CardPlace place) {
    return ledger.transaction(
        entry -> {
          CardPlace now = entry.cards().find(card.id()).orElse(card).place();
          entry.cards().shown(card.id(), now.after(place), card.revision());
          return Next.DONE;
        });
  }

  private static Next later(Card card, String why, Duration pause, int tries) {
    LOG.warn("card {} is not up to date: {}; it is shown again later", card.id(), why);
    return Next.after(BACKOFF.pause(tries + 1, pause));
  }

  /** Whoever asked is at least told that nobody can see the request. */
  private Next impossible(Card card, List<ChangeRequest> rows, String why) {
    LOG.error(
        "card {} in channel {} cannot be shown: {}; its requests stand as recorded",
        card.id(),
        card.channel(),
        why);
    if (card.shown() == 0) {
      Interaction asked =
          new Interaction(rows.get(0).asked().by(), card.channel(), card.place().replyUrl());
      String text = Wording.cannotBeShown(rows, why);
      ledger.transaction(
          entry -> {
            entry.jobs().send(PrivateMessage.to(asked, text));
            return text;
          });
    }
    return Next.DONE;
  }

  private record View(Card card, List<ChangeRequest> rows) {}
}
