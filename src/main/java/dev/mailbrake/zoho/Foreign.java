package dev.mailbrake.zoho;

import dev.mailbrake.request.Wording;
import java.util.regex.Pattern;

/** Text that Zoho or its users wrote, made fit for a line of a log or a card. */
final class Foreign {
  private static final Pattern SPACE = Pattern.compile("[\\s\\p{Cc}]+");

  private Foreign() {}

  /** One line, at most 200 characters and an ellipsis. */
  static String words(String text) {
    return Wording.cut(SPACE.matcher(text).replaceAll(" ").strip());
  }
}
