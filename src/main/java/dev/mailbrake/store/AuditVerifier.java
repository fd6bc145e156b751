package dev.mailbrake.store;

import dev.mailbrake.request.AuditFilter;
import java.util.Optional;

/** The comparison of the audit trail with its own hashes and with what others know of it. */
public final class AuditVerifier {
  private final SqlAuditTrail trail;

  public AuditVerifier(SqlAuditTrail trail) {
    this.trail = trail;
  }

  /**
   * Reads the whole trail.
   *
   * @param known the hash of some row, or the beginning of one, kept where whoever can write the
   *     database cannot; without it, rows that were cut off at the end are only noticed if the
   *     audit channel was told of them, and an end that was written anew is not
   * @throws dev.mailbrake.request.LedgerUnavailable if it cannot be read
   */
  public Verification verify(Optional<String> known) {
    long told = trail.told(); // Before the rows: what is told meanwhile is of rows not yet read.
    ChainCheck check = new ChainCheck(known);
    trail.read(AuditFilter.ALL, Long.MAX_VALUE, check::next);
    return check.finish(told);
  }
}
