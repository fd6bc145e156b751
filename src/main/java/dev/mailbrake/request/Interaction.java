package dev.mailbrake.request;

/**
 * One thing a person did in Slack: typed a command or pressed a button.
 *
 * @param who the person
 * @param channel the id of the channel they did it in
 * @param replyUrl where it can be answered
 */
public record Interaction(PersonName who, String channel, ReplyUrl replyUrl) {

  Interaction by(PersonName name) {
    return new Interaction(name, channel, replyUrl);
  }
}
