package dev.mailbrake.audit;

/**
 * A person as a record names them.
 *
 * @param id Slack's immutable user id, {@code mailbrake} for the bot itself, or {@code os-user} for
 *     whoever used the command line
 * @param name what they were called at the time, possibly empty
 */
public record PersonName(String id, String name) {
  /** For what no person did. */
  public static final PersonName MAILBRAKE = new PersonName("mailbrake", "Mailbrake");

  /** For what nobody decided yet. */
  public static final PersonName NOBODY = new PersonName("", "");

  /** Whoever used the command line, by their user name in the operating system. */
  public static PersonName ofSystem(String user) {
    return new PersonName("os-user", user);
  }
}
