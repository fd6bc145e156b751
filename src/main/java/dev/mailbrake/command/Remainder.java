package dev.mailbrake.command;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What follows the mailboxes of a line.
 *
 * @param times what stands behind "for", as typed; the first may be no duration
 * @param reason the rest
 */
record Remainder(List<String> times, String reason) {

  /** Behind the mailboxes, a number can only begin a duration; "for phishing" is a reason. */
  private static final Pattern FOR_NUMBER = Pattern.compile("(?i)for (?=\\p{Nd})");

  private static final String TIME = "(?<time>" + BlockTime.FORM + ")[,.;:!?)\\p{Cf}]*+(?= |$) ?";
  private static final Pattern FIRST = Pattern.compile(TIME);

  /** As in "4h or 6h", "30m 2h". */
  private static final Pattern ANOTHER = Pattern.compile("(?i)(?:and |or |to |for )?" + TIME);

  private static final Pattern NO_TIME = Pattern.compile("(?<time>\\p{Nd}++ ?[^ ]*+) ?");

  private static final Pattern LAST_FOR =
      Pattern.compile("(?i)(?<reason>.*)(?<![\\p{L}\\p{N}])for " + TIME);

  private static final Pattern PUNCTUATION_AT_END = Pattern.compile("(?<![ ,;:(–-])[ ,;:(–-]++$");

  Remainder {
    times = List.copyOf(times);
  }

  static Remainder of(String rest) {
    List<String> times = new ArrayList<>();
    Matcher number = FOR_NUMBER.matcher(rest);
    String behind = number.lookingAt() ? inFront(rest.substring(number.end()), times) : rest;
    Matcher last = LAST_FOR.matcher(behind);
    if (!last.matches()) {
      return new Remainder(times, behind);
    }
    times.add(last.group("time"));
    return new Remainder(times, PUNCTUATION_AT_END.matcher(last.group("reason")).replaceFirst(""));
  }

  private static String inFront(String text, List<String> times) {
    String behind = without(FIRST, text, times);
    return times.isEmpty() ? without(NO_TIME, text, times) : without(ANOTHER, behind, times);
  }

  private static String without(Pattern time, String text, List<String> times) {
    Matcher matcher = time.matcher(text);
    if (!matcher.lookingAt()) {
      return text;
    }
    times.add(matcher.group("time"));
    return text.substring(matcher.end());
  }
}
