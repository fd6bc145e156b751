package dev.mailbrake.command;

import dev.mailbrake.mailbox.Action;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long a block lasts, in the short form people type: {@code 30m}, {@code 4h}, {@code 2d}. */
public final class BlockTime {
  /** The shortest block that can be asked for. */
  public static final Duration SHORTEST = Duration.ofMinutes(5);

  private static final Pattern FORM = Pattern.compile("([0-9]{1,6})([mhdw])");
  private static final Map<String, Duration> UNITS =
      Map.of(
          "m", Duration.ofMinutes(1),
          "h", Duration.ofHours(1),
          "d", Duration.ofDays(1),
          "w", Duration.ofDays(7));

  private BlockTime() {}

  /** The duration in a text such as {@code 4h}; empty if the text is not exactly one. */
  public static Optional<Duration> parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    Duration unit = UNITS.get(form.group(2));
    return Optional.ofNullable(unit).map(u -> u.multipliedBy(Long.parseLong(form.group(1))));
  }

  /** The same short form, in the largest unit that is exact. */
  public static String format(Duration duration) {
    long minutes = duration.toMinutes();
    if (minutes % (7 * 24 * 60) == 0) {
      return minutes / (7 * 24 * 60) + "w";
    }
    if (minutes % (24 * 60) == 0) {
      return minutes / (24 * 60) + "d";
    }
    return minutes % 60 == 0 ? minutes / 60 + "h" : minutes + "m";
  }

  /**
   * The durations that may be asked for, wherever one is typed. None is guessed or shortened.
   *
   * @param longest the longest of a block
   */
  record BlockTimeRange(Duration longest) {

    /**
     * Reads a duration.
     *
     * @param typed one word, such as {@code 4h}, in any case of letters
     * @param quoted what to call it in a message, with its quotation marks
     * @throws ParseError if it is none that the action takes
     */
    Duration read(Action action, String typed, String quoted) {
      if (action != Action.BLOCK) {
        throw new ParseError("Only a block takes a duration, not " + quoted + ".");
      }
      Duration duration =
          BlockTime.parse(typed.toLowerCase(Locale.ROOT)).orElseThrow(() -> isNone(quoted));
      if (duration.compareTo(BlockTime.SHORTEST) < 0 || duration.compareTo(longest) > 0) {
        throw new ParseError(
            "%s is out of range: a block lasts from %s to %s."
                .formatted(
                    quoted, BlockTime.format(BlockTime.SHORTEST), BlockTime.format(longest)));
      }
      return duration;
    }

    private static ParseError isNone(String quoted) {
      return new ParseError(
          quoted
              + " is not a duration. Write a number with m, h, d or w and no space:"
              + " 30m, 4h, 2d or 1w.");
    }
  }
}
