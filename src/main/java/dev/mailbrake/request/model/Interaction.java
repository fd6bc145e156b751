package dev.mailbrake.request.model;

import dev.mailbrake.audit.PersonName;

/** A command, a modal or a button press. Slack's id, the same at each delivery, may be empty. */
public record Interaction(String id, Recipient from, PressedOn on) {

  public Interaction(String id, Recipient from) {
    this(id, from, PressedOn.NOTHING);
  }

  public PersonName who() {
    return from.who();
  }

  /**
   * What a button was pressed on, as Slack signs it; anyone with the bot token can post a button.
   * Channel and message ids are empty unless the kind is {@code MESSAGE}.
   */
  public record PressedOn(Kind kind, String channel, String message) {
    /** For a command, a modal, and anything that cannot hold a request's buttons. */
    public static final PressedOn NOTHING = new PressedOn(Kind.NOTHING, "", "");

    /** Only Mailbrake can publish it. */
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
