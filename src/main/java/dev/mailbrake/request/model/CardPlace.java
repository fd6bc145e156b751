package dev.mailbrake.request.model;

import dev.mailbrake.mailbox.Recorded;
import dev.mailbrake.request.model.Recipient.ReplyUrl;

/**
 * Where a card's message is.
 *
 * @param kind how it can be edited
 * @param message the message's id in its channel; empty unless the kind is {@code IN_CHANNEL}
 * @param replyUrl the last URL by which the card can be posted or replaced
 */
public record CardPlace(Kind kind, String message, ReplyUrl replyUrl) {

  /** How a card's message came to be, and so how it can be edited. */
  public enum Kind implements Recorded {
    NOWHERE,
    /** The bot posted it, and can edit it at any time. */
    IN_CHANNEL,
    /** It was posted by a command's reply URL, because the bot is not in the channel. */
    BY_REPLY_URL,
    /** The same, and a click since then gave a URL that can replace it. */
    REPLACEABLE
  }

  /** No place: what a private answer has. */
  public static CardPlace none() {
    return nowhere(ReplyUrl.NONE);
  }

  static CardPlace nowhere(ReplyUrl replyUrl) {
    return new CardPlace(Kind.NOWHERE, "", replyUrl);
  }

  /** The place of a message that the bot posted itself. */
  public CardPlace inChannel(String messageId) {
    return new CardPlace(Kind.IN_CHANNEL, messageId, replyUrl);
  }

  /** The place after one more answer by the reply URL. */
  public CardPlace byReplyUrl() {
    return new CardPlace(kind == Kind.REPLACEABLE ? kind : Kind.BY_REPLY_URL, "", replyUrl.used());
  }

  /** Whether its message can be the one with that id, as far as is known. */
  boolean canBe(String messageId) {
    return kind == Kind.IN_CHANNEL ? message.equals(messageId) : !replyUrl.url().isEmpty();
  }

  /** The place once somebody clicked on it: only a click's URL can replace such a message. */
  public CardPlace clicked(ReplyUrl click) {
    return kind == Kind.IN_CHANNEL || click.url().isEmpty()
        ? this
        : new CardPlace(Kind.REPLACEABLE, "", click);
  }

  /**
   * The place once a showing has ended that may have begun before this one held: a click that came
   * meanwhile brought the better URL, and a message of the bot's own is better than any.
   */
  public CardPlace after(CardPlace shown) {
    boolean clickedMeanwhile =
        kind == Kind.REPLACEABLE && !replyUrl.url().equals(shown.replyUrl().url());
    return clickedMeanwhile && shown.kind() != Kind.IN_CHANNEL ? this : shown;
  }
}
