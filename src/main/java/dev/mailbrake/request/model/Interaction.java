package dev.mailbrake.request.model;

import dev.mailbrake.audit.PersonName;

/**
 * One thing a person did in Slack: typed a command, sent a modal or pressed a button.
 *
 * @param id Slack's id of it, the same at each delivery; empty for what is not delivered
 */
public record Interaction(String id, Recipient from, PressedOn on) {

  public Interaction(String id, Recipient from) {
    this(id, from, PressedOn.NOTHING);
  }

  public PersonName who() {
    return from.who();
  }

  /**
   * What a button was pressed on. Slack vouches for this; the button itself can come from anybody
   * who has the bot token.
   *
   * @param channel the id of the message's channel; empty unless it is on a message
   * @param message the message's id in that channel; empty unless it is on a message
   */
  public record PressedOn(Kind kind, String channel, String message) {
    /** A command, a modal, or a place where no button of ours can be. */
    public static final PressedOn NOTHING = new PressedOn(Kind.NOTHING, "", "");

    public static final PressedOn HOME = new PressedOn(Kind.HOME, "", "");

    public static PressedOn message(String channel, String id) {
      return new PressedOn(Kind.MESSAGE, channel, id);
    }

    @Override
    public String toString() {
      return switch (kind) {
        case NOTHING -> "no message of a channel";
        case HOME -> "the home tab";
        case MESSAGE -> "message %s in %s".formatted(message, channel);
      };
    }

    public enum Kind {
      NOTHING,
      HOME,
      MESSAGE
    }
  }
}
