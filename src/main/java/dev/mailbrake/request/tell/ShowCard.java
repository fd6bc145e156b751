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

/**
 * Brings a card's message to what the record says. It only tells: whatever happens here, the act it
 * tells of is neither undone nor repeated.
 */
public final class ShowCard {
  /** About a day at the longest pause. */
  private static final int MOST_TRIES = 1_500;

  private static final Logger LOG = LoggerFactory.getLogger(ShowCard.class);

  /** Longer than the calls of one showing may take together: edit, post, other URL, delete. */
  private static final Duration TURN = Duration.ofSeconds(45);

  /** Where no message can be edited, each edit would end in a further announcement. */
  private static final int MOST_ANNOUNCEMENTS = 3;

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
   * <p>Two showings at once, in whichever processes, could leave the older one standing, so they
   * take turns. Whoever finds it another's turn is done: that one shows whatever has become news
   * meanwhile, and if it dies, its job goes on under the same name.
   *
   * @param turn names this job among those of the card, the same at each repetition
   * @param tries how often it asked to run again
   */
  public Next run(CardId id, String turn, int tries) {
    Optional<Next> next = Optional.empty();
    for (int more = MOST_ANNOUNCEMENTS - 1; next.isEmpty(); more--) {
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

  /**
   * Tries once.
   *
   * @param mayGoOn whether another try may follow a message that could only be announced
   * @return empty if there is more to show at once
   */
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
                    tries < MOST_TRIES
                        ? later(card, turn, why, Delivery.BACKOFF.pause(tries + 1, pause))
                        : impossible(view, turn, why)),
            refusal -> Optional.of(impossible(view, turn, refusal.why())));
  }

  /**
   * Records what was told.
   *
   * @return whether nothing is left to tell
   */
  private boolean told(Card card, String turn, Shown done) {
    return ledger.update(
        tx -> {
          Card now = tx.cards().find(card.id()).orElse(card);
          long shown = done.isWhole() ? card.revision() : card.shown();
          tx.cards().shown(card.id(), now.place().after(done.place()), shown);
          if (!tx.cards().endTurn(card.id(), turn)) {
            // It took so long that another had its turn: what stands there now may be the older.
            tx.cardChanged(card.id());
          }
          return shown >= now.revision();
        });
  }

  private Next later(Card card, String turn, String why, Duration pause) {
    LOG.warn("card {} is not up to date: {}; it is shown again later", card.id(), why);
    ledger.write(tx -> tx.cards().endTurn(card.id(), turn));
    return Next.after(pause);
  }

  /**
   * Whoever asked is told what the card cannot tell, once it is clear what that is: while a change
   * is being applied there is more to come.
   */
  private Next impossible(View view, String turn, String why) {
    Card card = view.card();
    ledger.write(
        tx -> {
          tx.cards().endTurn(card.id(), turn);
          Card now = tx.cards().find(card.id()).orElse(card);
          if (now.revision() != card.revision()) {
            // Its own showing found it our turn, and is done; a click may have brought a way.
            tx.cardChanged(card.id());
          } else if (!now.isUpToDate()) {
            giveUp(tx, now, view.rows(), why);
          }
        });
    return Next.DONE;
  }

  private static void giveUp(Transaction tx, Card card, List<ChangeRequest> rows, String why) {
    LOG.error(
        "card {} in channel {} cannot be shown: {}; its requests stand as recorded",
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

  /** The URL of somebody's click would tell them, and not who asked. */
  private static Recipient requester(Card card, List<ChangeRequest> rows) {
    CardPlace place = card.place();
    ReplyUrl url = place.kind() == CardPlace.Kind.REPLACEABLE ? ReplyUrl.NONE : place.replyUrl();
    return new Recipient(rows.get(0).origin().by(), card.channel(), url);
  }

  private record View(Card card, List<ChangeRequest> rows) {}
}
