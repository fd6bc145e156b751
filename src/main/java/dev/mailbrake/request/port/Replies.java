package dev.mailbrake.request.port;

import dev.mailbrake.request.model.AuditLine;
import dev.mailbrake.request.model.Card;
import dev.mailbrake.request.model.CardPlace;
import dev.mailbrake.request.model.ChangeRequest;
import dev.mailbrake.request.model.Listing;
import dev.mailbrake.request.model.PrivateMessage;
import dev.mailbrake.request.model.ThreadPost;
import dev.mailbrake.request.port.Delivery.Done;
import java.util.List;

/** What people read. Every call may be repeated: showing the record twice shows the same. */
public interface Replies {

  /**
   * Posts the card, or edits its message in place. A waiting card is first posted without buttons;
   * they come once the place of the message is on record, so no crash and no lost answer can leave
   * buttons on a message that nobody can edit. Only a reply URL posts them at once.
   *
   * @param rows the card's requests in order, at least one
   */
  Delivery<Shown> show(Card card, List<ChangeRequest> rows);

  Delivery<Done> send(PrivateMessage message);

  Delivery<Done> list(Listing listing, Overview overview);

  Delivery<Done> publish(String userId, HomeTab tab);

  /** Replies in the thread of a card, whose message must be in the channel. */
  Delivery<Done> reply(Card card, ThreadPost post);

  /** Says it to one person directly, by their user id. */
  Delivery<Done> tellDirectly(String userId, ThreadPost post);

  Delivery<Done> tell(String channel, List<AuditLine> lines);

  /**
   * A card's message.
   *
   * @param isWhole false if the buttons are still to come
   */
  record Shown(CardPlace place, boolean isWhole) {
    public Shown(CardPlace place) {
      this(place, true);
    }
  }
}
