package dev.mailbrake.request.model;

import dev.mailbrake.request.model.Interaction.PressedOn;
import dev.mailbrake.request.model.Recipient.ReplyUrl;
import java.util.Optional;

/**
 * The message in the channel that shows a command's requests, a row each.
 *
 * @param revision counts the changes to what it has to say
 * @param shown the revision that its message shows, or that the requester was told of instead; 0
 *     before either
 */
public record Card(
    CardId id, String channel, Topic topic, CardPlace place, long revision, long shown) {

  /** A card that is in no thread. */
  public Card(CardId id, String channel, CardPlace place, long revision, long shown) {
    this(id, channel, Topic.NONE, place, revision, shown);
  }

  public Card inThread(String message) {
    return new Card(id, channel, new Topic(message, topic.about()), place, revision, shown);
  }

  /** For a thread whose first message is gone. */
  public Card outsideThreads() {
    return inThread("");
  }

  /** The first message of the thread in which to answer it; empty while its place is unknown. */
  public Optional<String> thread() {
    return place.kind() == CardPlace.Kind.IN_CHANNEL
        ? Optional.of(topic.thread().isEmpty() ? place.message() : topic.thread())
        : Optional.empty();
  }

  public static Card unshown(Recipient requester) {
    return unshown(requester.channel(), requester.replyUrl());
  }

  /** A card for what nobody typed: there is no reply URL. */
  public static Card in(String channel) {
    return unshown(channel, ReplyUrl.NONE);
  }

  private static Card unshown(String channel, ReplyUrl replyUrl) {
    return new Card(CardId.random(), channel, CardPlace.nowhere(replyUrl), 1, 0);
  }

  /**
   * Whether a button pressed there can be this card's. A message posted through a reply URL has no
   * place on record, so there the channel has to do.
   */
  public boolean isPressedOn(PressedOn on) {
    return switch (on.kind()) {
      case NOTHING -> false;
      case HOME -> true;
      case MESSAGE -> channel.equals(on.channel()) && place.canBe(on.message());
    };
  }

  /** Empty while the place of its message is unknown. */
  public Optional<PrivateMessage.Pointer> pointer() {
    return Optional.of(place.message())
        .filter(message -> !message.isEmpty())
        .map(message -> new PrivateMessage.Pointer(channel, message));
  }

  public boolean isUpToDate() {
    return shown >= revision;
  }

  /**
   * The message that a request is about, and the thread in which its card goes: Slack's ids, empty
   * if there is none.
   */
  public record Topic(String thread, String about) {
    public static final Topic NONE = new Topic("", "");
  }
}
