package dev.mailbrake.request;

/**
 * A person as a record names them.
 *
 * @param id Slack's immutable user id, or {@code mailbrake} for the bot itself
 * @param name what they were called at the time, possibly empty
 */
public record PersonName(String id, String name) {
  /** The bot itself, for what no person did. */
  public static final PersonName MAILBRAKE = new PersonName("mailbrake", "Mailbrake");

  /** Nobody, where nothing was decided yet. */
  static final PersonName NOBODY = new PersonName("", "");
}
