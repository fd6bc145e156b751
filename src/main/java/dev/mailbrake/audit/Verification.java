package dev.mailbrake.audit;

import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;

/** The result of verifying the audit log. */
public sealed interface Verification {

  default <T> T fold(Function<Intact, T> intact, Function<Broken, T> broken) {
    return this instanceof Intact whole ? intact.apply(whole) : broken.apply((Broken) this);
  }

  /**
   * Every row is as written, in its place.
   *
   * @param head the hash of the last row, or 64 zeros if there is none
   * @param known the number of the row whose hash was given; empty if none was
   */
  record Intact(long rows, String head, OptionalLong known) implements Verification {}

  /** The log was changed; {@code first} has only the first of all {@code found} damages. */
  record Broken(long rows, long found, List<Damage> first) implements Verification {}

  /** What is wrong with the rows numbered {@code first} to {@code last}. */
  record Damage(DamageKind kind, long first, long last) {
    public enum DamageKind {
      /** These rows are missing, and later ones exist. */
      REMOVED,
      /** The row has a number that it cannot have. */
      OUT_OF_PLACE,
      /** The row does not match its hash. */
      CHANGED,
      /** The row does not name the hash of the previous row. */
      DETACHED,
      /** The audit channel has these rows, which are later than the last one in the log. */
      CUT_OFF,
      /** No row has the given hash; the numbers are those of the rows searched. */
      HEAD_NOT_FOUND
    }

    static Damage ofRow(DamageKind kind, long seq) {
      return new Damage(kind, seq, seq);
    }
  }
}
