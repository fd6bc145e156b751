package dev.mailbrake.command;

import dev.mailbrake.mailbox.Action;
import java.time.Duration;
import java.util.Locale;

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
              .formatted(quoted, BlockTime.format(BlockTime.SHORTEST), BlockTime.format(longest)));
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
