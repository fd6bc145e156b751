package dev.mailbrake.request;

/** The record cannot be written, so nothing may be done. */
public final class LedgerUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1;

  /**
   * @param why one sentence for a person, without a full stop
   */
  public LedgerUnavailable(String why, Throwable cause) {
    super(why, cause);
  }

  /** What is wrong with the record, one sentence without a full stop. */
  public String why() {
    return String.valueOf(getMessage());
  }
}
