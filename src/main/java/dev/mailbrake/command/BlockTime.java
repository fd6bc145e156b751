package dev.mailbrake.command;

import dev.mailbrake.command.CommandParser.ParseError;
import dev.mailbrake.mailbox.Action;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long a block lasts, as people type it: {@code 30m}, {@code 4 hours}, {@code 1h30m}. */
public final class BlockTime {
  public static final Duration SHORTEST = Duration.ofMinutes(5);

  /** The largest unit first, each at most once. */
  static final String FORM =
      "(?i)(?=[0-9])"
          + part("w", "weeks?|wks?|w")
          + part("d", "days?|d")
          + part("h", "hours?|hrs?|h")
          + part("m", "minutes?|mins?|m");

  private static final Pattern PATTERN = Pattern.compile(FORM);

  private BlockTime() {}

  private static String part(String letter, String unit) {
    return "(?:(?<"
        + letter
        + ">[0-9]{1,6}) ?(?:"
        + unit
        + ")(?!\\p{L})(?:(?: and | )(?=[0-9]))?)?";
  }

  /** Empty if the text is not exactly one duration. */
  public static Optional<Duration> parse(String text) {
    Matcher form = PATTERN.matcher(text);
    return form.matches() ? Optional.of(read(form)) : Optional.empty();
  }

  private static Duration read(Matcher form) {
    Duration sum = Duration.ZERO;
    for (Unit unit : Unit.values()) {
      String number = form.group(unit.letter);
      sum = number == null ? sum : sum.plusMinutes(Long.parseLong(number) * unit.minutes);
    }
    return sum;
  }

  /** The short form, in the largest unit that is exact. */
  public static String format(Duration duration) {
    Unit unit = Unit.of(duration);
    return duration.toMinutes() / unit.minutes + unit.letter;
  }

  /** The form for sentences: "4 hours", "90 minutes", "1 day". */
  public static String words(Duration duration) {
    Unit unit = Unit.of(duration);
    long number = duration.toMinutes() / unit.minutes;
    return number + " " + unit.word + (number == 1 ? "" : "s");
  }

  /** The largest first. */
  private enum Unit {
    WEEK("w", "week", 7 * 24 * 60),
    DAY("d", "day", 24 * 60),
    HOUR("h", "hour", 60),
    MINUTE("m", "minute", 1);

    private final String letter;
    private final String word;
    private final int minutes;

    Unit(String letter, String word, int minutes) {
      this.letter = letter;
      this.word = word;
      this.minutes = minutes;
    }

    /** The largest that is exact. */
    static Unit of(Duration duration) {
      for (Unit unit : values()) {
        if (duration.toMinutes() % unit.minutes == 0) {
          return unit;
        }
      }
      return MINUTE;
    }
  }

  /** The durations that people can request. */
  record BlockTimeRange(Duration longest) {

    /** Reads what a person typed, which messages call {@code quoted}. */
    Duration read(Action action, String typed, String quoted) {
      if (action != Action.BLOCK) {
        throw new ParseError("Only a block can have a duration. Leave out " + quoted + ".");
      }
      Duration duration =
          parse(typed)
              .orElseThrow(
                  () ->
                      new ParseError(
                          quoted + " is not a duration. Write it like 30m, 4h, 2d, 1w or 1h30m."));
      if (duration.compareTo(SHORTEST) < 0 || duration.compareTo(longest) > 0) {
        throw new ParseError(
            "%s is out of range: a block lasts from %s to %s."
                .formatted(quoted, words(SHORTEST), words(longest)));
      }
      return duration;
    }
  }
}
