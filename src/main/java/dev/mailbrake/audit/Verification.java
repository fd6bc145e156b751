package dev.mailbrake.audit;

import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;

/** What the verifying of the audit log found. */
public sealed interface Verification {

  <T> T fold(Function<Intact, T> intact, Function<Broken, T> broken);

  /**
   * Every row is as it was written, and each is behind the one it was written behind.
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
}
