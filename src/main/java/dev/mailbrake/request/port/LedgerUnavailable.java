package dev.mailbrake.request.port;

/**
 * The record could not be written, or nobody knows whether it was. The database is away, full or
 * otherwise out of order; an error in what it was asked is never one of these.
 */
public final class LedgerUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final boolean mayBeWritten;

  /**
   * The record as it was before.
   *
   * @param why one sentence for a person, without a full stop
   */
  public LedgerUnavailable(String why, Throwable cause) {
    this(why, cause, false);
  }

  private LedgerUnavailable(String why, Throwable cause, boolean mayBeWritten) {
    super(why, cause);
    this.mayBeWritten = mayBeWritten;
  }

  /** The record broke off at the commit: nobody knows whether it was carried out. */
  public static LedgerUnavailable atCommit(String why, Throwable cause) {
    return new LedgerUnavailable(why, cause, true);
  }

  /** What is wrong with the record, one sentence without a full stop. */
  public String why() {
    return String.valueOf(getMessage());
  }

  /** Whether the work may be on record nevertheless. */
  public boolean mayBeWritten() {
    return mayBeWritten;
  }
}
