package dev.mailbrake.config;

import dev.mailbrake.command.CommandParser;
import dev.mailbrake.policy.ReasonPattern;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Reasons that somebody would type to keep Mailbrake busy: as long as possible, and made of what a
 * pattern looks for, over and over, so they nearly match in many ways. Whoever knows the pattern
 * can do worse; a search that takes too long is always given up.
 */
final class HostileReasons {
  private static final int MOST_PAIRED = 12;
  private static final String COMMON = "aA0 -_,.:/#";
  private static final List<String> ENDS = List.of("", "!", "\u2603");

  private HostileReasons() {}

  /** Whether matching one of them takes too long for an acknowledgement. */
  static boolean slowDown(ReasonPattern form) {
    return against(form).anyMatch(form::isSlowOn);
  }

  private static Stream<String> against(ReasonPattern form) {
    List<String> own = letters(form.pattern().pattern()).limit(MOST_PAIRED).toList();
    Stream<String> single = Stream.concat(letters(form.pattern().pattern()), letters(COMMON));
    Stream<String> pairs = own.stream().flatMap(one -> own.stream().map(one::concat));
    return Stream.of(single, pairs, beginnings(form.example()))
        .flatMap(units -> units)
        .distinct()
        .flatMap(unit -> ENDS.stream().map(end -> repeated(unit, end)));
  }

  /** The example without the end that would make it match. */
  private static Stream<String> beginnings(String example) {
    return IntStream.range(1, example.length()).mapToObj(end -> example.substring(0, end));
  }

  private static Stream<String> letters(String text) {
    return text.codePoints().mapToObj(Character::toString).distinct();
  }

  private static String repeated(String unit, String end) {
    int times = (CommandParser.LONGEST_REASON - end.length()) / unit.length();
    return unit.repeat(times) + end;
  }
}
