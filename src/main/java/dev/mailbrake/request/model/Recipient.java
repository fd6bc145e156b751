package dev.mailbrake.request.model;

import dev.mailbrake.audit.PersonName;

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
}
