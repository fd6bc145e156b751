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
 * @param outgoing whether its outgoing mail flows
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
  private static final Duration SKEW = Duration.ofSeconds(1);

  public Mailbox {
    aliases = Set.copyOf(aliases);
  }

  /**
   * Whether Zoho said so no longer ago than that. A moment that is still to come was written by a
   * clock that was ahead, and says nothing; two processes' time differs by a moment, though.
   */
  public boolean wasReadWithin(Duration age, Instant now) {
    return !readAt.isBefore(now.minus(age)) && !readAt.isAfter(now.plus(SKEW));
  }

  /** The same mailbox, seen with another status later. */
  public Mailbox seen(OutgoingStatus status, Instant at) {
    return new Mailbox(id, address, aliases, owner, role, status, at);
  }

  /** Whether an address is this mailbox's, its primary one or an alias. */
  public boolean isKnownAs(MailAddress other) {
    return address.equals(other) || aliases.contains(other);
  }
}
