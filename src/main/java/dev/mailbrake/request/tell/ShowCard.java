package dev.mailbrake.request.tell;

import dev.mailbrake.request.model.Card;
import dev.mailbrake.request.model.CardId;
import dev.mailbrake.request.model.CardPlace;
import dev.mailbrake.request.model.ChangeRequest;
import dev.mailbrake.request.model.PrivateMessage;
import dev.mailbrake.request.model.Recipient;
import dev.mailbrake.request.model.Recipient.ReplyUrl;
import dev.mailbrake.request.port.Delivery;
import dev.mailbrake.request.port.Ledger;
import dev.mailbrake.request.port.Next;
import dev.mailbrake.request.port.Replies;
import dev.mailbrake.request.port.Replies.Shown;
import dev.mailbrake.request.port.Transaction;
import dev.mailbrake.request.wording.Wording;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes a card's message show the record. It only tells: no act is undone or repeated here. */
public final class ShowCard {
  private static final Logger LOG = LoggerFactory.getLogger(ShowCard.class);

  /** Longer than the calls of one showing may take: edit, post, other URL, delete. */
  private static final Duration TURN = Duration.ofSeconds(45);

  /** Where Slack allows no edits, each edit would end in another announcement. */
  private static final int MAX_ANNOUNCEMENTS = 3;

  private static final String UNEDITABLE =
      "Slack lets none of its messages be edited, so that they have no buttons";

  private final Replies replies;
  private final Ledger ledger;
  private final Clock clock;

  public ShowCard(Replies replies, Ledger ledger, Clock clock) {
    this.replies = replies;
    this.ledger = ledger;
    this.clock = clock;
  }

  /**
   * Shows the card as it is now, unless its message is up to date.
   *
   * <p>Two showings at once could leave the older one standing, so they take turns. A job that
   * finds it another job's turn is done: the other one shows all news, and if it dies, it is run
   * again under the same name.
   *
   * @param turn names this job among the card's jobs, the same at each run
   */
  public Next run(CardId id, String turn, int tries) {
    Optional<Next> next = Optional.empty();
    for (int more = MAX_ANNOUNCEMENTS - 1; next.isEmpty(); more--) {
      Optional<View> view = ledger.update(tx -> begin(tx, id, turn));
      next = view.isEmpty() ? Optional.of(Next.DONE) : show(view.get(), turn, tries, more > 0);
    }
    return next.get();
  }

  private Optional<View> begin(Transaction tx, CardId id, String turn) {
    Instant now = clock.instant();
    return tx.cards()
        .find(id)
        .filter(card -> !card.isUpToDate())
        .filter(card -> tx.cards().takeTurn(id, turn, now, now.plus(TURN)))
        .map(card -> new View(card, tx.requests().on(id)));
  }

  /** Empty if there is more to show at once, which {@code mayGoOn} allows after an announcement. */
  private Optional<Next> show(View view, String turn, int tries, boolean mayGoOn) {
    Card card = view.card();
    return replies
        .show(card, view.rows())
        .fold(
            done -> {
              if (told(card, turn, done)) {
                return Optional.of(Next.DONE);
              }
              return done.isWhole() || mayGoOn
                  ? Optional.empty()
                  : Optional.of(impossible(view, turn, UNEDITABLE));
            },
            (why, pause) ->
                Optional.of(
                    tries < Delivery.TRIES_FOR_A_DAY
                        ? later(card, turn, why, Delivery.BACKOFF.pause(tries + 1, pause))
                        : impossible(view, turn, why)),
            refusal -> Optional.of(impossible(view, turn, refusal.why())));
  }

  /** Returns whether nothing is left to show. */
  private boolean told(Card card, String turn, Shown done) {
    return ledger.update(
        tx -> {
          Card now = tx.cards().find(card.id()).orElse(card);
          long shown = done.isWhole() ? card.revision() : card.shown();
          tx.cards().shown(card.id(), now.place().after(done.place()), shown);
          if (!tx.cards().endTurn(card.id(), turn)) {
            // Another job has had its turn, so the message may show the older one's text.
            tx.cardChanged(card.id());
          }
          return shown >= now.revision();
        });
  }

  private Next later(Card card, String turn, String why, Duration pause) {
    LOG.warn("card {} is not up to date: {}; trying again later", card.id(), why);
    ledger.write(tx -> tx.cards().endTurn(card.id(), turn));
    return Next.after(pause);
  }

  /** Tells the requester what the card cannot, unless a change in progress has more to come. */
  private Next impossible(View view, String turn, String why) {
    Card card = view.card();
    ledger.write(
        tx -> {
          tx.cards().endTurn(card.id(), turn);
          Card now = tx.cards().find(card.id()).orElse(card);
          if (now.revision() != card.revision()) {
            // The newer revision's job saw our turn and ended; a click may have brought a URL.
            tx.cardChanged(card.id());
          } else if (!now.isUpToDate()) {
            giveUp(tx, now, view.rows(), why);
          }
        });
    return Next.DONE;
  }

  private static void giveUp(Transaction tx, Card card, List<ChangeRequest> rows, String why) {
    LOG.error(
        "card {} in channel {} cannot be shown: {}; its requests stay as recorded",
        card.id(),
        card.channel(),
        why);
    if (rows.stream().noneMatch(row -> row.state().isBeingApplied())) {
      tx.cards().shown(card.id(), card.place(), card.revision());
      tx.jobs().send(PrivateMessage.to(requester(card, rows), instead(card, rows, why)));
    }
  }

  private static String instead(Card card, List<ChangeRequest> rows, String why) {
    boolean never = card.shown() == 0;
    if (!never || !rows.stream().allMatch(row -> row.state().isWaiting())) {
      return Wording.cannotBeUpdated(rows, why);
    }
    return rows.get(0).isAutomaticUnblock()
        ? Wording.cannotRemind(rows.get(0), why)
        : Wording.cannotBeShown(rows, why);
  }

  /** A URL from a click would reach whoever clicked, not the requester. */
  private static Recipient requester(Card card, List<ChangeRequest> rows) {
    CardPlace place = card.place();
    ReplyUrl url = place.kind() == CardPlace.Kind.REPLACEABLE ? ReplyUrl.NONE : place.replyUrl();
    return new Recipient(rows.get(0).origin().by(), card.channel(), url);
  }

  private record View(Card card, List<ChangeRequest> rows) {}
}
