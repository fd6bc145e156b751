package dev.mailbrake.config;

import com.github.curiousoddman.rgxgen.RgxGen;
import dev.mailbrake.policy.ReasonPattern;
import java.util.Iterator;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;

/** Finds a text that has the form of a regular expression, so a refusal can show one. */
final class ReasonExample {
  private static final int MOST_TRIES = 50;
  private static final int LONGEST = 100;
  private static final Pattern LOOK_AROUND = Pattern.compile("\\(\\?<?[!=]");
  private static final Pattern SPACE = Pattern.compile("\\s+");

  private ReasonExample() {}

  /** The pattern with the shortest example that can be made, or with none. */
  static ReasonPattern of(Pattern pattern) {
    ReasonPattern without = new ReasonPattern(pattern, "", new CountedReads());
    return new ReasonPattern(pattern, example(without), without.nanoTime());
  }

  private static String example(ReasonPattern form) {
    Pattern pattern = form.pattern();
    if (LOOK_AROUND.matcher(pattern.pattern()).find()) {
      return ""; // The generator searches without end for what such a pattern excludes.
    }
    try {
      Iterator<String> texts = RgxGen.parse(pattern.pattern()).iterateUnique();
      for (int i = 0; i < MOST_TRIES && texts.hasNext(); i++) {
        String text = SPACE.matcher(texts.next()).replaceAll(" ").strip(); // as it would be read
        if (!text.isBlank() && text.length() <= LONGEST && form.accepts(text)) {
          return text;
        }
      }
    } catch (RuntimeException cannot) {
      return ""; // The generator knows less than Java's patterns; a refusal then shows the pattern.
    }
    return "";
  }

  /**
   * A clock that moves by being looked at: a search that looks at it before each character takes
   * the same time on every machine, however busy, so a configuration is good everywhere or nowhere.
   * For one thread.
   */
  static final class CountedReads implements LongSupplier {
    /** About what a regular expression takes for a character, the look at a true clock included. */
    private static final long NANOS_PER_READ = 25;

    private long nanos;

    @Override
    public long getAsLong() {
      nanos += NANOS_PER_READ;
      return nanos;
    }
  }
}
