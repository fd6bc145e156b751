package dev.mailbrake.zoho;

import dev.mailbrake.command.OneLine;
import dev.mailbrake.request.Wording;

/** Text that Zoho or its users wrote, made fit for a line of a log or a card. */
final class Foreign {
  private Foreign() {}

  /** One line, at most 200 characters and an ellipsis. */
  static String words(String text) {
    return Wording.cut(OneLine.of(text));
  }
}
