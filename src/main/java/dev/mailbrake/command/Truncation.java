package dev.mailbrake.command;

/** Cuts text between code points, so never inside a surrogate pair. */
public final class Truncation {
  private Truncation() {}

  /** At most {@code longest} code points, followed by an ellipsis if some are cut. */
  public static String of(String text, int longest) {
    String start = start(text, longest);
    return start.length() == text.length() ? text : start + "…";
  }

  public static String start(String text, int longest) {
    return text.codePointCount(0, text.length()) <= longest
        ? text
        : text.substring(0, text.offsetByCodePoints(0, longest));
  }
}
