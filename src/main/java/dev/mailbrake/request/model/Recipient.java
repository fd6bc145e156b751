package dev.mailbrake.request.model;

import dev.mailbrake.audit.PersonName;
import java.time.Instant;

/**
 * Whom to answer, and where.
 *
 * @param channel the channel's id; empty where there is none, as on the home tab
 * @param replyUrl by which an answer may be posted, or {@link ReplyUrl#NONE}
 */
public record Recipient(PersonName who, String channel, ReplyUrl replyUrl) {

  /** Somebody whom no URL reaches. */
  public static Recipient in(String channel, PersonName who) {
    return new Recipient(who, channel, ReplyUrl.NONE);
  }

  public Recipient named(PersonName name) {
    return new Recipient(name, channel, replyUrl);
  }

  /** The channel; that other one where there is none. */
  public String channelOr(String other) {
    return channel.isEmpty() ? other : channel;
  }

  /**
   * The URL that Slack hands out with a command or a click for answering it, without being a member
   * of the channel. It is a key: whoever has it can post.
   *
   * @param url empty where there is none
   * @param usesLeft of five
   * @param expires thirty minutes after the command or click
   */
  public record ReplyUrl(String url, int usesLeft, Instant expires) {
    public static final ReplyUrl NONE = new ReplyUrl("", 0, Instant.EPOCH);

    /** Whether Slack will still take an answer by it. */
    public boolean isUsable(Instant now) {
      return !url.isEmpty() && usesLeft > 0 && now.isBefore(expires);
    }

    /** The URL after one more answer. */
    public ReplyUrl used() {
      return new ReplyUrl(url, usesLeft - 1, expires);
    }

    /** Says nothing of the URL, which must not reach a log. */
    @Override
    public String toString() {
      return "ReplyUrl[usesLeft=%d, expires=%s]".formatted(usesLeft, expires);
    }
  }
}
