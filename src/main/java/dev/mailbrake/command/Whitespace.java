package dev.mailbrake.command;

import java.util.regex.Pattern;

/** Keeps text from outside from passing for a line of our own or for another text. */
public final class Whitespace {
  private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}\\p{Cc}]+");

  /**
   * Characters that reorder, hide or break text, and half surrogate pairs. Some emoji and scripts
   * lose their joiners, which is better than an address that looks like another one.
   */
  private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]");

  private Whitespace() {}

  /** Single spaces between words and none around them. */
  public static String of(String text) {
    return SPACE.matcher(text).replaceAll(" ").strip();
  }

  /** Replaces each invisible character except those in {@code kept} with a space. */
  public static String visible(String text, String kept) {
    return INVISIBLE
        .matcher(text)
        .replaceAll(found -> kept.contains(found.group()) ? found.group() : " ");
  }
}
