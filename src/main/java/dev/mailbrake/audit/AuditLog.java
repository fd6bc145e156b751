package dev.mailbrake.audit;

import dev.mailbrake.mailbox.MailAddress;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/** The audit log for those who read any number of rows, while others write it. */
public interface AuditLog {

  /**
   * Reads rows as they are stored, in the order of their numbers, a few at a time; writers do not
   * wait for the reader.
   *
   * @param upTo the number of the last row that is wanted; later ones are not read
   * @throws RuntimeException if the rows cannot be read, possibly after some of them were
   */
  void read(AuditFilter filter, long upTo, Consumer<AuditRow> reader);

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
}
