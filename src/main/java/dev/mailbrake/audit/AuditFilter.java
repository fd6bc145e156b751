package dev.mailbrake.audit;

import dev.mailbrake.mailbox.MailAddress;
import java.time.Instant;
import java.util.Optional;

/**
 * Which rows of the audit log are wanted.
 *
 * @param since those at this moment or later; empty from the first row on
 * @param until those before this moment; empty to the last row
 * @param mailbox those of each account that ever had this address, and those that name it; empty
 *     for all
 */
public record AuditFilter(
    Optional<Instant> since, Optional<Instant> until, Optional<MailAddress> mailbox) {
  /** All of them. */
  public static final AuditFilter ALL =
      new AuditFilter(Optional.empty(), Optional.empty(), Optional.empty());
}
