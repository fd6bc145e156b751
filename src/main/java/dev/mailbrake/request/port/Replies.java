package dev.mailbrake.request.port;

import dev.mailbrake.request.model.Card;
import dev.mailbrake.request.model.CardPlace;
import dev.mailbrake.request.model.ChangeRequest;
import dev.mailbrake.request.model.Listing;
import dev.mailbrake.request.model.PrivateMessage;
import dev.mailbrake.request.port.Delivery.Done;
import java.util.List;

/**
 * How people are told. Every call may be repeated: a card shows the record as it is, and showing it
 * twice shows the same.
 */
public interface Replies {

  /**
   * Posts the card, or edits its message in place.
   *
   * <p>A card that waits for a decision is posted without its buttons at first: they come with the
   * next showing, once the place of the message is on record. So no button is ever on a message
   * that nobody can edit later, because a crash or a lost answer hid where it is. Only where the
   * bot is not in the channel does a command's own address post it, with its buttons at once; what
   * cannot be taken away there is refused like any late click.
   *
   * @param rows the card's requests in their order, at least one
   */
  Delivery<Shown> show(Card card, List<ChangeRequest> rows);

  /** Tells one person. */
  Delivery<Done> send(PrivateMessage message);

  /** Shows one person a page of what is blocked and what waits. */
  Delivery<Done> list(Listing listing, Overview overview);

  /** Brings somebody's home tab to what is given. */
  Delivery<Done> publish(String userId, HomeTab tab);

  /**
   * Writes into the thread of a card's message.
   *
   * @param card its place is in the channel
   */
  Delivery<Done> advise(Card card, String text);

  /** Writes lines into a channel. */
  Delivery<Done> tell(String channel, List<String> lines);

  /**
   * A card's message.
   *
   * @param isWhole false if the card was only announced, and its buttons are still to come
   */
  record Shown(CardPlace place, boolean isWhole) {
    /** With all that belongs to it. */
    public Shown(CardPlace place) {
      this(place, true);
    }
  }
}
