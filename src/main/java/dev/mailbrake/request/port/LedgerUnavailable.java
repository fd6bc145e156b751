package dev.mailbrake.request.port;

/** The database is away, full or broken; never a bug in what it was asked. */
public final class LedgerUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final boolean mayBeWritten;

  public LedgerUnavailable(String why, Throwable cause) {
    this(why, cause, false);
  }

  private LedgerUnavailable(String why, Throwable cause, boolean mayBeWritten) {
    super(why, cause);
    this.mayBeWritten = mayBeWritten;
  }

  /** The connection broke at the commit: nobody knows whether it was carried out. */
  public static LedgerUnavailable atCommit(String why, Throwable cause) {
    return new LedgerUnavailable(why, cause, true);
  }

  /** One sentence for a person, without a full stop. */
  public String why() {
    return String.valueOf(getMessage());
  }

  public boolean mayBeWritten() {
    return mayBeWritten;
  }
}
