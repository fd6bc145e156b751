package dev.mailbrake.audit;

/**
 * Something that is wrong with the audit log.
 *
 * @param first the number of the first row that is concerned
 * @param last the number of the last one, the same where it is one row
 */
public record Damage(Kind kind, long first, long last) {
  /** What can be wrong. */
  public enum Kind {
    /** Rows with these numbers are not there, and others behind them are. */
    REMOVED,
    /** The row has a number that no row can have. */
    OUT_OF_PLACE,
    /** The row does not say what was hashed when it was written. */
    CHANGED,
    /** The row says of the row before it another hash than that one has. */
    DETACHED,
    /** The audit channel was told of these rows, which are behind the last one there is. */
    CUT_OFF,
    /** No row has the hash that was given; the numbers are those of the rows that were searched. */
    HEAD_NOT_FOUND
  }

  static Damage of(Kind kind, long seq) {
    return new Damage(kind, seq, seq);
  }
}
