package dev.mailbrake.command;

import java.util.regex.Pattern;

/**
 * The one form of white space: a single space between words, none around them. Whatever comes from
 * outside takes it at the door, so no name or reason can look like a line of our own.
 */
public final class Whitespace {
  private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}\\p{Cc}]+");

  private Whitespace() {}

  public static String of(String text) {
    return SPACE.matcher(text).replaceAll(" ").strip();
  }
}
