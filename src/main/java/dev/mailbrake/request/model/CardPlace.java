package dev.mailbrake.request.model;

import dev.mailbrake.mailbox.Recorded;
import dev.mailbrake.request.model.Recipient.ReplyUrl;

/**
 * Where a card's message is, and how it can be edited.
 *
 * @param message the message's id in its channel; empty unless the kind is {@code IN_CHANNEL}
 * @param replyUrl the last URL that can post or replace the card
 */
public record CardPlace(Kind kind, String message, ReplyUrl replyUrl) {

  public enum Kind implements Recorded {
    NOWHERE,
    /** The bot posted it and can edit it at any time. */
    IN_CHANNEL,
    /** A command's reply URL posted it, because the bot is not in the channel. */
    BY_REPLY_URL,
    /** The same, and a click has brought a URL that can replace it. */
    REPLACEABLE
  }

  public static CardPlace none() {
    return nowhere(ReplyUrl.NONE);
  }

  static CardPlace nowhere(ReplyUrl replyUrl) {
    return new CardPlace(Kind.NOWHERE, "", replyUrl);
  }

  public CardPlace inChannel(String messageId) {
    return new CardPlace(Kind.IN_CHANNEL, messageId, replyUrl);
  }

  /** After one more use of the reply URL. */
  public CardPlace byReplyUrl() {
    return new CardPlace(kind == Kind.REPLACEABLE ? kind : Kind.BY_REPLY_URL, "", replyUrl.used());
  }

  boolean canBe(String messageId) {
    return kind == Kind.IN_CHANNEL ? message.equals(messageId) : !replyUrl.url().isEmpty();
  }

  /** After a click: only a click's URL can replace a message that a reply URL posted. */
  public CardPlace clicked(ReplyUrl click) {
    return kind == Kind.IN_CHANNEL || click.url().isEmpty()
        ? this
        : new CardPlace(Kind.REPLACEABLE, "", click);
  }

  /**
   * After a showing that began earlier: a click that came meanwhile brought the better URL, and a
   * message of the bot's own is better than any.
   */
  public CardPlace after(CardPlace shown) {
    boolean clickedMeanwhile =
        kind == Kind.REPLACEABLE && !replyUrl.url().equals(shown.replyUrl().url());
    return clickedMeanwhile && shown.kind() != Kind.IN_CHANNEL ? this : shown;
  }
}
