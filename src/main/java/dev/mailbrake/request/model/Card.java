package dev.mailbrake.request.model;

import dev.mailbrake.request.model.Interaction.PressedOn;
import dev.mailbrake.request.model.Recipient.ReplyUrl;
import java.util.Optional;

/**
 * The message in the channel that shows a command's requests, a row each.
 *
 * @param id its id here
 * @param channel the id of the channel
 * @param place where its message is
 * @param revision counts the changes of what it has to say
 * @param shown the revision that its message shows, or that whoever asked was told of because it
 *     could not be shown; 0 while there is neither
 */
public record Card(CardId id, String channel, CardPlace place, long revision, long shown) {

  public static Card unshown(Recipient requester) {
    return unshown(requester.channel(), requester.replyUrl());
  }

  /** The card of something that nobody typed, so there is no URL to answer by. */
  public static Card in(String channel) {
    return unshown(channel, ReplyUrl.NONE);
  }

  private static Card unshown(String channel, ReplyUrl replyUrl) {
    return new Card(CardId.random(), channel, CardPlace.nowhere(replyUrl), 1, 0);
  }

  /**
   * Whether a button that was pressed there can be this card's. Its buttons come only once the
   * place of its message is on record; a message that a reply URL posted has none, so there the
   * channel must do.
   */
  public boolean isPressedOn(PressedOn on) {
    return switch (on.kind()) {
      case NOTHING -> false;
      case HOME -> true;
      case MESSAGE -> channel.equals(on.channel()) && place.canBe(on.message());
    };
  }

  /** Points to its message; empty where its place is not known. */
  public Optional<PrivateMessage.Pointer> pointer() {
    return Optional.of(place.message())
        .filter(message -> !message.isEmpty())
        .map(message -> new PrivateMessage.Pointer(channel, message));
  }

  public boolean isUpToDate() {
    return shown >= revision;
  }
}
