package dev.mailbrake.mailbox;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/**
 * A mailbox as Zoho described it at one moment.
 *
 * @param id its ids, which outlive a change of address
 * @param address its primary address
 * @param aliases its other addresses, possibly none
 * @param owner the name people see, possibly empty
 * @param role what it is in its organization
 * @param outgoing whether it can send
 * @param readAt when Zoho said so
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
  private static final Duration SKEW = Duration.ofSeconds(1);

  public Mailbox {
    aliases = Set.copyOf(aliases);
  }

  /**
   * Whether Zoho's answer is recent enough to decide or write by it. A moment in the future came
   * from a clock that was ahead and says nothing; but two processes' clocks may differ by a moment.
   */
  public boolean isFresh(Instant now) {
    return !readAt.isBefore(now.minus(FRESH)) && !readAt.isAfter(now.plus(SKEW));
  }

  /** The same mailbox with a status read later. */
  public Mailbox seen(OutgoingStatus status, Instant at) {
    return new Mailbox(id, address, aliases, owner, role, status, at);
  }

  /** Whether an address is its primary one or an alias. */
  public boolean isKnownAs(MailAddress other) {
    return address.equals(other) || aliases.contains(other);
  }

  /** What a mailbox is in its organization, as far as changing it needs care. */
  public enum MailboxRole implements Recorded {
    MEMBER("a member's"),
    ADMINISTRATOR("an administrator's"),
    /** The account behind Mailbrake's own token, whatever else it is. */
    TOKEN_OWNER("the token owner's"),
    /** Zoho does not say; every field of its answer is optional. */
    UNKNOWN("not told by Zoho");

    private final String word;

    MailboxRole(String word) {
      this.word = word;
    }

    /** For a line of facts. */
    public String word() {
      return word;
    }
  }
}
