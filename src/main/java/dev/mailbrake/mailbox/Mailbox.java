package dev.mailbrake.mailbox;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/**
 * A mailbox as Zoho described it at one moment.
 *
 * @param id stays the same if the address changes
 * @param owner a person's name, possibly empty
 */
public record Mailbox(
    MailboxId id,
    MailAddress address,
    Set<MailAddress> aliases,
    String owner,
    MailboxRole role,
    OutgoingStatus outgoing,
    Instant readAt) {
  private static final Duration FRESH = Duration.ofMinutes(1);
  private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(1);

  public Mailbox {
    aliases = Set.copyOf(aliases);
  }

  /**
   * Whether this is recent enough to decide or write by. A time in the future came from a clock
   * that was ahead, so it proves nothing; but the clocks of two processes may differ a little.
   */
  public boolean isFresh(Instant now) {
    return !readAt.isBefore(now.minus(FRESH)) && !readAt.isAfter(now.plus(CLOCK_TOLERANCE));
  }

  public Mailbox seen(OutgoingStatus status, Instant at) {
    return new Mailbox(id, address, aliases, owner, role, status, at);
  }

  public boolean isKnownAs(MailAddress other) {
    return address.equals(other) || aliases.contains(other);
  }

  public enum MailboxRole implements Recorded {
    MEMBER("a member's"),
    ADMINISTRATOR("an administrator's"),
    /** Owns Mailbrake's own Zoho token, whatever else they are. */
    TOKEN_OWNER("the token owner's"),
    /** Zoho does not say: every field of its answers is optional. */
    UNKNOWN("not told by Zoho");

    private final String word;

    MailboxRole(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }
}
