package dev.mailbrake.request.model;

import dev.mailbrake.mailbox.Recorded;
import dev.mailbrake.request.model.Recipient.ReplyUrl;

/**
 * Where a card's message is: its id, known only {@code IN_CHANNEL}, and the last URL that can post
 * or replace it.
 */
public record CardPlace(Kind kind, String message, ReplyUrl replyUrl) {

  public enum Kind implements Recorded {
    NOWHERE,
    /** Posted by the bot, which can edit it at any time. */
    IN_CHANNEL,
    /** Posted by a command's reply URL because the bot is not in the channel. */
    BY_REPLY_URL,
    /** Like {@code BY_REPLY_URL}, but a later click brought a URL that can replace it. */
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

  public CardPlace byReplyUrl() {
    return new CardPlace(kind == Kind.REPLACEABLE ? kind : Kind.BY_REPLY_URL, "", replyUrl.used());
  }

  boolean canBe(String messageId) {
    return kind == Kind.IN_CHANNEL ? message.equals(messageId) : !replyUrl.url().isEmpty();
  }

  /** Only a click's URL can replace a message that a reply URL posted. */
  public CardPlace clicked(ReplyUrl click) {
    return kind == Kind.IN_CHANNEL || click.url().isEmpty()
        ? this
        : new CardPlace(Kind.REPLACEABLE, "", click);
  }

  /**
   * The place after a showing that may have begun before this one was recorded: a URL from a click
   * in between is better, and the bot's own message is better still.
   */
  public CardPlace after(CardPlace shown) {
    boolean clickedMeanwhile =
        kind == Kind.REPLACEABLE && !replyUrl.url().equals(shown.replyUrl().url());
    return clickedMeanwhile && shown.kind() != Kind.IN_CHANNEL ? this : shown;
  }
}
