package dev.mailbrake.request.port;

import dev.mailbrake.request.model.Card;
import dev.mailbrake.request.model.CardPlace;
import dev.mailbrake.request.model.ChangeRequest;
import dev.mailbrake.request.model.Listing;
import dev.mailbrake.request.model.PrivateMessage;
import dev.mailbrake.request.port.Delivery.Done;
import java.util.List;

/** How people are told. Every call may be repeated: showing the record twice shows the same. */
public interface Replies {

  /**
   * Posts the card, or edits its message in place.
   *
   * <p>A card that waits for a decision is first posted without buttons; they come with the next
   * showing, once the place of the message is on record. So no crash and no lost answer can leave
   * buttons on a message that nobody can edit. Only where the bot is not in the channel does the
   * command's reply URL post it with its buttons at once; a click that comes too late there is
   * refused like any other.
   *
   * @param rows the card's requests in order, at least one
   */
  Delivery<Shown> show(Card card, List<ChangeRequest> rows);

  Delivery<Done> send(PrivateMessage message);

  Delivery<Done> list(Listing listing, Overview overview);

  Delivery<Done> publish(String userId, HomeTab tab);

  /**
   * Writes into the thread of a card's message.
   *
   * @param card its place is in the channel
   */
  Delivery<Done> advise(Card card, String text);

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
