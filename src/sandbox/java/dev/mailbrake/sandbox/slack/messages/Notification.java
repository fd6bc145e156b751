package dev.mailbrake.sandbox.slack.messages;

/**
 * A notification: whose phone rang, for which message, and why.
 *
 * @param message as it was when it was posted
 * @param seen whether the person has looked at it since
 */
public record Notification(String user, SlackMessage message, Why why, boolean seen) {

  /** The first that applies. */
  public enum Why {
    DIRECT_MESSAGE,
    MENTION,
    GROUP_MENTION,
    /** A reply in a thread that the person started, wrote in or was mentioned in. */
    THREAD
  }

  Notification looked() {
    return new Notification(user, message, why, true);
  }
}
