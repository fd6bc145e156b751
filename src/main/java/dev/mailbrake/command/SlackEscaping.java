package dev.mailbrake.command;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text as the person typed it, taken out of the escaping in which Slack sends it.
 *
 * <p>Source: Slack's "Formatting text for app surfaces": ampersand and angle brackets arrive as
 * entities.
 */
public final class SlackEscaping {
  private static final int LONGEST_QUOTE = 80;
  private static final Pattern MARKUP = Pattern.compile("<([^<>|]+)(?:\\|([^<>]*))?>");

  private SlackEscaping() {}

  /**
   * The text itself: links and mentions as they were typed, then the entities; the ampersand comes
   * last, so nothing is unescaped twice.
   */
  static String text(String escaped) {
    String typed = MARKUP.matcher(escaped).replaceAll(SlackEscaping::unwrapped);
    return typed.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
  }

  /** The text in the escaping in which Slack sends a command line and reads a message. */
  public static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /** Slack alone can write an unescaped bracket, so what stands in brackets is its markup. */
  private static String unwrapped(MatchResult markup) {
    String target = markup.group(1);
    String label = Optional.ofNullable(markup.group(2)).orElse("");
    String sign = target.startsWith("#") ? "#" : "@";
    boolean named = target.startsWith("@") || target.startsWith("#") || target.startsWith("!");
    String bare = label.isEmpty() ? target.substring(1) : label;
    String typed = !label.isEmpty() && endsWith(target, label) ? label : target;
    return Matcher.quoteReplacement(named ? sign + bare.replaceFirst("^@", "") : typed);
  }

  /** Whatever the case: Slack may write a link's target in lower case. */
  private static boolean endsWith(String target, String label) {
    int start = target.length() - label.length();
    return target.regionMatches(true, start, label, 0, label.length());
  }

  /** The text in quotation marks, cut to a length that leaves room for what is said about it. */
  static String quote(String escaped) {
    return "“" + Truncation.of(text(escaped), LONGEST_QUOTE) + "”";
  }
}
