package dev.mailbrake.audit;

/**
 * A person as the record names them.
 *
 * @param id Slack's immutable user id, {@code mailbrake} for the bot itself, or {@code os-user} for
 *     somebody at the command line
 * @param name at the time, possibly empty
 */
public record PersonName(String id, String name) {
  public static final PersonName MAILBRAKE = new PersonName("mailbrake", "Mailbrake");
  public static final PersonName NOBODY = new PersonName("", "");

  /** Somebody at the command line, by their user name in the operating system. */
  public static PersonName ofSystem(String user) {
    return new PersonName("os-user", user);
  }
}
