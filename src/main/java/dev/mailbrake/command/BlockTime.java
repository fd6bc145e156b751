package dev.mailbrake.command;

import dev.mailbrake.command.CommandParser.ParseError;
import dev.mailbrake.mailbox.Action;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long a block lasts, in the short form that people type: {@code 30m}, {@code 4h}. */
public final class BlockTime {
  public static final Duration SHORTEST = Duration.ofMinutes(5);

  private static final Pattern FORM = Pattern.compile("([0-9]{1,6})([mhdw])");
  private static final Map<String, Duration> UNITS =
      Map.of(
          "m", Duration.ofMinutes(1),
          "h", Duration.ofHours(1),
          "d", Duration.ofDays(1),
          "w", Duration.ofDays(7));

  private BlockTime() {}

  /** Empty if the text is not exactly one duration. */
  public static Optional<Duration> parse(String text) {
    Matcher form = FORM.matcher(text);
    return form.matches()
        ? Optional.ofNullable(UNITS.get(form.group(2)))
            .map(unit -> unit.multipliedBy(Long.parseLong(form.group(1))))
        : Optional.empty();
  }

  /** The short form, in the largest unit that is exact. */
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

  /** The durations that people can request. */
  record BlockTimeRange(Duration longest) {

    /** Reads one word in upper or lower case, which messages call {@code quoted}. */
    Duration read(Action action, String typed, String quoted) {
      if (action != Action.BLOCK) {
        throw new ParseError("Only a block takes a duration, not " + quoted + ".");
      }
      Duration duration =
          parse(typed.toLowerCase(Locale.ROOT))
              .orElseThrow(
                  () ->
                      new ParseError(
                          quoted
                              + " is not a duration. Write a number with m, h, d or w and no space:"
                              + " 30m, 4h, 2d or 1w."));
      if (duration.compareTo(SHORTEST) < 0 || duration.compareTo(longest) > 0) {
        throw new ParseError(
            "%s is out of range: a block lasts from %s to %s."
                .formatted(quoted, format(SHORTEST), format(longest)));
      }
      return duration;
    }
  }
}
