package dev.mailbrake.zoho;

import dev.mailbrake.request.wording.Wording;
import dev.mailbrake.text.PlainText;

/** Text that Zoho or its users wrote. */
final class ExternalText {
  private ExternalText() {}

  /** One line for a log or a card: at most 200 characters and an ellipsis. */
  static String words(String text) {
    return Wording.cut(PlainText.oneLine(text));
  }
}
