package dev.mailbrake.command;

import java.util.regex.Pattern;

/**
 * Reduces white space to single spaces between words. Applied to all text from outside, so no name
 * or reason can pass for a line of our own.
 */
public final class Whitespace {
  private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}\\p{Cc}]+");

  private Whitespace() {}

  public static String of(String text) {
    return SPACE.matcher(text).replaceAll(" ").strip();
  }
}
