package dev.mailbrake.audit;

import java.util.Optional;
import java.util.function.LongSupplier;

/** The comparison of the audit log with its own hashes and with what others know of it. */
public final class AuditVerifier {
  private final AuditLog log;
  private final LongSupplier told;

  /**
   * @param told up to which row the audit channel was told
   */
  public AuditVerifier(AuditLog log, LongSupplier told) {
    this.log = log;
    this.told = told;
  }

  /**
   * Reads the whole log.
   *
   * @param known the hash of some row, or the beginning of one, kept where whoever can write the
   *     database cannot; without it, rows that were cut off at the end are only noticed if the
   *     audit channel was told of them, and an end that was written anew is not
   * @throws RuntimeException if it cannot be read
   */
  public Verification verify(Optional<String> known) {
    long upTo =
        told.getAsLong(); // Before the rows: what is told meanwhile is of rows not yet read.
    ChainCheck check = new ChainCheck(known);
    log.read(AuditFilter.ALL, Long.MAX_VALUE, check::next);
    return check.finish(upTo);
  }
}
