package dev.mailbrake.command;

/**
 * Text as the person typed it, taken out of the escaping in which Slack sends it.
 *
 * <p>Source: Slack's "Formatting text for app surfaces": ampersand and angle brackets arrive as
 * entities.
 */
final class Typed {
  private static final int LONGEST_QUOTE = 80;

  private Typed() {}

  /** The text itself; the ampersand comes last, so that nothing is unescaped twice. */
  static String text(String escaped) {
    return escaped.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
  }

  /** The text in quotation marks, cut to a length that leaves room for what is said about it. */
  static String quote(String escaped) {
    String text = text(escaped);
    if (text.codePointCount(0, text.length()) <= LONGEST_QUOTE) {
      return "“" + text + "”";
    }
    return "“" + text.substring(0, text.offsetByCodePoints(0, LONGEST_QUOTE)) + "…”";
  }
}
