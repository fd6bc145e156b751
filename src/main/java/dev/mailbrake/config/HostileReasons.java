package dev.mailbrake.config;

import dev.mailbrake.command.CommandParser;
import dev.mailbrake.policy.ReasonPattern;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Reasons that keep Mailbrake busy: as long as possible, repeating what a pattern looks for, so
 * they nearly match in many ways. Somebody who knows the pattern can do worse, so every search has
 * a time limit too.
 */
final class HostileReasons {
  private static final int MOST_PAIRED = 12;
  private static final String COMMON = "aA0 -_,.:/#";
  private static final List<String> ENDS = List.of("", "!", "\u2603");

  private HostileReasons() {}

  /** Whether matching one of them takes too long for an acknowledgement. */
  static boolean slowDown(ReasonPattern reason) {
    return against(reason).anyMatch(reason::isSlowOn);
  }

  private static Stream<String> against(ReasonPattern reason) {
    List<String> own = letters(reason.pattern().pattern()).limit(MOST_PAIRED).toList();
    Stream<String> single = Stream.concat(letters(reason.pattern().pattern()), letters(COMMON));
    Stream<String> pairs = own.stream().flatMap(one -> own.stream().map(one::concat));
    return Stream.of(single, pairs, beginnings(reason.example()))
        .flatMap(units -> units)
        .distinct()
        .flatMap(unit -> ENDS.stream().map(end -> repeated(unit, end)));
  }

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
