package dev.mailbrake.command;

import java.util.regex.Pattern;

/** The one form of white space: a single space between words, none around them. */
final class OneLine {
  private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}\\p{Cc}]+");

  private OneLine() {}

  static String of(String text) {
    return SPACE.matcher(text).replaceAll(" ").strip();
  }
}
