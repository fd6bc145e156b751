package dev.mailbrake.command;

/** Text cut between code points, so never within a surrogate pair. */
public final class Truncation {
  private Truncation() {}

  /** At most {@code longest} code points of it, and an ellipsis if that is not all. */
  public static String of(String text, int longest) {
    String start = start(text, longest);
    return start.length() == text.length() ? text : start + "…";
  }

  /** At most {@code longest} code points of it. */
  public static String start(String text, int longest) {
    return text.codePointCount(0, text.length()) <= longest
        ? text
        : text.substring(0, text.offsetByCodePoints(0, longest));
  }
}
