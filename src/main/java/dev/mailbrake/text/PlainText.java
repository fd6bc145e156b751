package dev.mailbrake.text;

import java.util.regex.Pattern;

/** Keeps text from outside from passing for a line of our own or for another text. */
public final class PlainText {
  private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}\\p{Cc}]+");

  /**
   * Characters that reorder, hide or break text, and half surrogate pairs. Some emoji and scripts
   * lose their joiners, which is better than an address that looks like another one.
   */
  private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]");

  private PlainText() {}

  /** Single spaces between words and none around them. */
  public static String oneLine(String text) {
    return SPACE.matcher(text).replaceAll(" ").strip();
  }

  /** Replaces each invisible character except those in {@code kept} with a space. */
  public static String visible(String text, String kept) {
    return INVISIBLE
        .matcher(text)
        .replaceAll(found -> kept.contains(found.group()) ? found.group() : " ");
  }

  /** At most {@code longest} code points, followed by an ellipsis if some are cut. */
  public static String cut(String text, int longest) {
    String start = start(text, longest);
    return start.length() == text.length() ? text : start + "…";
  }

  /** The first {@code longest} code points, so a surrogate pair stays whole. */
  public static String start(String text, int longest) {
    return text.codePointCount(0, text.length()) <= longest
        ? text
        : text.substring(0, text.offsetByCodePoints(0, longest));
  }
}
