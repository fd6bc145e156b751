package dev.mailbrake.policy;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;

/**
 * A text that can be read until a deadline. Java's regular expressions try every way to match,
 * which can take years; all that time they read their text.
 */
record TimedText(CharSequence text, LongSupplier nanoTime, long startNanos, long mostNanos)
    implements CharSequence {

  /** Whether a pattern is found anywhere in a text; empty if the search takes too long. */
  static Optional<Boolean> find(
      Pattern pattern, String text, LongSupplier nanoTime, Duration within) {
    try {
      TimedText timed = new TimedText(text, nanoTime, nanoTime.getAsLong(), within.toNanos());
      return Optional.of(pattern.matcher(timed).find());
    } catch (TooLong | StackOverflowError tooLong) {
      return Optional.empty();
    }
  }

  @Override
  public char charAt(int index) {
    if (nanoTime.getAsLong() - startNanos > mostNanos) {
      throw new TooLong();
    }
    return text.charAt(index);
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public CharSequence subSequence(int from, int to) {
    return new TimedText(text.subSequence(from, to), nanoTime, startNanos, mostNanos);
  }

  @Override
  public String toString() {
    return text.toString();
  }

  private static final class TooLong extends RuntimeException {
    private static final long serialVersionUID = 1;

    TooLong() {
      super(null, null, false, false);
    }
  }
}
