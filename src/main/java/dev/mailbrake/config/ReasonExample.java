package dev.mailbrake.config;

import com.github.curiousoddman.rgxgen.RgxGen;
import dev.mailbrake.policy.ReasonPattern;
import java.util.Iterator;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;

/** Finds a text that matches a regular expression, so a refusal can show an example. */
final class ReasonExample {
  private static final int MOST_TRIES = 50;
  private static final int LONGEST = 100;
  private static final Pattern LOOK_AROUND = Pattern.compile("\\(\\?<?[!=]");
  private static final Pattern SPACE = Pattern.compile("\\s+");

  private ReasonExample() {}

  static ReasonPattern of(Pattern pattern) {
    ReasonPattern without = new ReasonPattern(pattern, "", new CountedReads());
    return new ReasonPattern(pattern, example(without), without.nanoTime());
  }

  private static String example(ReasonPattern reason) {
    Pattern pattern = reason.pattern();
    if (LOOK_AROUND.matcher(pattern.pattern()).find()) {
      return ""; // The generator would search forever for what such a pattern excludes.
    }
    try {
      Iterator<String> texts = RgxGen.parse(pattern.pattern()).iterateUnique();
      for (int i = 0; i < MOST_TRIES && texts.hasNext(); i++) {
        String text = SPACE.matcher(texts.next()).replaceAll(" ").strip(); // as it would be read
        if (!text.isBlank() && text.length() <= LONGEST && reason.accepts(text)) {
          return text;
        }
      }
    } catch (RuntimeException cannot) {
      return ""; // The generator knows less than Java does; a refusal then shows the pattern.
    }
    return "";
  }

  /**
   * A clock that moves only when a search reads it, before each character. So a search takes the
   * same time on every machine, and a pattern is valid everywhere or nowhere. Not thread-safe.
   */
  static final class CountedReads implements LongSupplier {
    /** About the time per character, including a look at a real clock. */
    private static final long NANOS_PER_READ = 25;

    private long nanos;

    @Override
    public long getAsLong() {
      nanos += NANOS_PER_READ;
      return nanos;
    }
  }
}
