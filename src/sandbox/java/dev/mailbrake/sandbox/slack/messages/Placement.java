package dev.mailbrake.sandbox.slack.messages;

/**
 * Where a message is and who sees it; neither ever changes.
 *
 * @param threadTs the message it replies to, empty outside threads
 * @param onlyFor the one user who sees an ephemeral message, empty for everybody
 */
public record Placement(String channel, String threadTs, String onlyFor) {

  public static Placement inChannel(String channel) {
    return new Placement(channel, "", "");
  }

  public static Placement inThread(String channel, String threadTs) {
    return new Placement(channel, threadTs, "");
  }

  public static Placement onlyFor(String user, String channel) {
    return new Placement(channel, "", user);
  }
}
