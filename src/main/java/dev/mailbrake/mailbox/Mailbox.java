package dev.mailbrake.mailbox;

import java.time.Instant;
import java.util.Set;

/**
 * A mailbox as Zoho described it at one moment.
 *
 * @param id its ids, which outlive a change of address
 * @param address its primary address
 * @param aliases its other addresses, possibly none
 * @param owner the name people see, possibly empty
 * @param role what it is in its organisation
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
  public Mailbox {
    aliases = Set.copyOf(aliases);
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
