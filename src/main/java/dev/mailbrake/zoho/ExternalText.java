package dev.mailbrake.zoho;

import dev.mailbrake.command.Whitespace;
import dev.mailbrake.request.wording.Wording;

/** Text that Zoho or its users wrote. */
final class ExternalText {
  private ExternalText() {}

  /** One line for a log or a card: at most 200 characters and an ellipsis. */
  static String words(String text) {
    return Wording.cut(Whitespace.of(text));
  }
}
