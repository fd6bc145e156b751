package dev.mailbrake.audit;

import dev.mailbrake.mailbox.MailAddress;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads any number of rows of the audit log while others write it. */
public interface AuditLog {

  /**
   * Reads rows as stored, in the order of their numbers, a few at a time; writers do not wait.
   *
   * @param upTo the number of the last row to read
   * @throws RuntimeException if the rows cannot be read, possibly after some were
   */
  void read(AuditFilter filter, long upTo, Consumer<AuditRow> reader);

  /**
   * Which rows to read, from {@code since} on and before {@code until}; empty parts are no limits.
   *
   * @param mailbox rows that name this address, and all rows of each account that ever had it
   */
  public record AuditFilter(
      Optional<Instant> since, Optional<Instant> until, Optional<MailAddress> mailbox) {
    public static final AuditFilter ALL =
        new AuditFilter(Optional.empty(), Optional.empty(), Optional.empty());
  }
}
