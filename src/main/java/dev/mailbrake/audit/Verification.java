package dev.mailbrake.audit;

import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;

/** The result of verifying the audit log. */
public sealed interface Verification {

  <T> T fold(Function<Intact, T> intact, Function<Broken, T> broken);

  /**
   * Every row is as it was written, in the order in which it was written.
   *
   * @param rows how many there are
   * @param head the hash of the last one, or 64 zeros where there is none
   * @param known the number of the row whose hash was given; empty if none was
   */
  record Intact(long rows, String head, OptionalLong known) implements Verification {
    @Override
    public <T> T fold(Function<Intact, T> intact, Function<Broken, T> broken) {
      return intact.apply(this);
    }
  }

  /**
   * Somebody or something changed the log.
   *
   * @param rows how many were read
   * @param found how much is wrong
   * @param first the first of it, in the order of the rows
   */
  record Broken(long rows, long found, List<Damage> first) implements Verification {
    @Override
    public <T> T fold(Function<Intact, T> intact, Function<Broken, T> broken) {
      return broken.apply(this);
    }
  }

  /**
   * Something that is wrong with the audit log.
   *
   * @param first the number of the first row concerned
   * @param last the number of the last one
   */
  record Damage(Kind kind, long first, long last) {
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
      /**
       * No row has the hash that was given; the numbers are those of the rows that were searched.
       */
      HEAD_NOT_FOUND
    }

    static Damage ofRow(Kind kind, long seq) {
      return new Damage(kind, seq, seq);
    }
  }
}
