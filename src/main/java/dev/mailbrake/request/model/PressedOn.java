package dev.mailbrake.request.model;

/**
 * What a button was pressed on, as Slack signs it: the button itself can be anybody's who has the
 * bot token.
 *
 * @param kind what it is on
 * @param channel the id of the message's channel; empty unless it is on a message
 * @param message the message's id in that channel; empty unless it is on a message
 */
public record PressedOn(Kind kind, String channel, String message) {
  /** Nothing that the buttons of a request can be on; also what a command or a modal was. */
  public static final PressedOn NOTHING = new PressedOn(Kind.NOTHING, "", "");

  /** The presser's home tab, which Mailbrake publishes to each person for themselves. */
  public static final PressedOn HOME = new PressedOn(Kind.HOME, "", "");

  /** A message that everybody in its channel sees. */
  public static PressedOn message(String channel, String id) {
    return new PressedOn(Kind.MESSAGE, channel, id);
  }

  /** For the log. */
  @Override
  public String toString() {
    return switch (kind) {
      case NOTHING -> "no message of a channel";
      case HOME -> "the home tab";
      case MESSAGE -> "message %s in %s".formatted(message, channel);
    };
  }

  /** The kinds of what holds a button. */
  public enum Kind {
    NOTHING,
    HOME,
    MESSAGE
  }
}
