package dev.mailbrake.request.model;

import dev.mailbrake.audit.PersonName;
import java.time.Instant;

/** Whom to answer, and where; the channel's id is empty for the home tab. */
public record Recipient(PersonName who, String channel, ReplyUrl replyUrl) {

  /** Without a reply URL. */
  public static Recipient in(String channel, PersonName who) {
    return new Recipient(who, channel, ReplyUrl.NONE);
  }

  public Recipient named(PersonName name) {
    return new Recipient(name, channel, replyUrl);
  }

  public String channelOr(String other) {
    return channel.isEmpty() ? other : channel;
  }

  /**
   * Slack's {@code response_url}: it answers a command or click, even where the bot is not a
   * member, five times within thirty minutes. A secret: whoever has it can post.
   */
  public record ReplyUrl(String url, int usesLeft, Instant expires) {
    public static final ReplyUrl NONE = new ReplyUrl("", 0, Instant.EPOCH);

    public boolean isUsable(Instant now) {
      return !url.isEmpty() && usesLeft > 0 && now.isBefore(expires);
    }

    public ReplyUrl used() {
      return new ReplyUrl(url, usesLeft - 1, expires);
    }

    /** Leaves out the URL, which must not reach a log. */
    @Override
    public String toString() {
      return "ReplyUrl[usesLeft=%d, expires=%s]".formatted(usesLeft, expires);
    }
  }
}
