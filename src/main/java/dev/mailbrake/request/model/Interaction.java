package dev.mailbrake.request.model;

import dev.mailbrake.audit.PersonName;

/**
 * One thing a person did in Slack: typed a command or pressed a button.
 *
 * @param id Slack's id of it, the same at each delivery; empty for what is not delivered
 * @param who the person
 * @param channel the id of the channel they did it in
 * @param replyUrl where it can be answered
 * @param on what they pressed a button on; nothing for a command or a form
 */
public record Interaction(
    String id, PersonName who, String channel, ReplyUrl replyUrl, PressedOn on) {

  /** A command or a form. */
  public Interaction(String id, PersonName who, String channel, ReplyUrl replyUrl) {
    this(id, who, channel, replyUrl, PressedOn.NOTHING);
  }

  /** Somebody to answer, without anything that they did. */
  public Interaction(PersonName who, String channel, ReplyUrl replyUrl) {
    this("", who, channel, replyUrl);
  }

  public Interaction by(PersonName name) {
    return new Interaction(id, name, channel, replyUrl, on);
  }

  /** Its channel; that other one where it was in none, but on the home tab. */
  public String channelOr(String other) {
    return channel.isEmpty() ? other : channel;
  }
}
