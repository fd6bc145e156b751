package dev.mailbrake.sandbox.slack.messages;

/**
 * Where a message is and who sees it; neither ever changes.
 *
 * @param threadTs the message it replies to, empty outside threads
 * @param onlyFor the one user who sees an ephemeral message, empty for everybody
 * @param broadcast whether a reply is shown in the channel as well
 */
public record Placement(String channel, String threadTs, String onlyFor, boolean broadcast) {

  public static Placement inChannel(String channel) {
    return inThread(channel, "");
  }

  public static Placement inThread(String channel, String threadTs) {
    return new Placement(channel, threadTs, "", false);
  }

  public static Placement onlyFor(String user, String channel) {
    return new Placement(channel, "", user, false);
  }

  public Placement broadcast(boolean too) {
    return new Placement(channel, threadTs, onlyFor, too);
  }

  /** The same inside a thread, if {@code ts} is not empty. */
  public Placement in(String ts) {
    return new Placement(channel, ts, onlyFor, broadcast);
  }
}
