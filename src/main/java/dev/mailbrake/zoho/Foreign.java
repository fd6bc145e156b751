package dev.mailbrake.zoho;

import java.util.regex.Pattern;

/** Text that Zoho or its users wrote, made fit for a line of a log or a card. */
final class Foreign {
  private static final int LONGEST = 200;
  private static final Pattern SPACE = Pattern.compile("[\\s\\p{Cc}]+");

  private Foreign() {}

  /** One line, at most 200 characters and an ellipsis. */
  static String words(String text) {
    String line = SPACE.matcher(text).replaceAll(" ").strip();
    return line.codePointCount(0, line.length()) <= LONGEST
        ? line
        : line.substring(0, line.offsetByCodePoints(0, LONGEST)) + "…";
  }
}
