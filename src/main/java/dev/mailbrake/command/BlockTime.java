package dev.mailbrake.command;

import java.time.Duration;
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
}
