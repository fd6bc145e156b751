package dev.mailbrake.command;

import dev.mailbrake.text.PlainText;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Converts between text as typed and text as Slack escapes it. Source: Slack's "Formatting text for
 * app surfaces": ampersands and angle brackets arrive as entities.
 */
public final class SlackEscaping {
  private static final int LONGEST_QUOTE = 80;
  private static final Pattern MARKUP = Pattern.compile("<([^<>|]+)(?:\\|([^<>]*))?>");

  private SlackEscaping() {}

  /** The text as typed. The ampersand comes last, so nothing is unescaped twice. */
  static String text(String escaped) {
    String typed = MARKUP.matcher(escaped).replaceAll(SlackEscaping::unwrapped);
    return typed.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
  }

  /** The text as Slack sends it in command lines and reads it in messages. */
  public static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /** Only Slack can write an unescaped bracket, so anything in brackets is its markup. */
  private static String unwrapped(MatchResult markup) {
    String target = markup.group(1);
    String label = Optional.ofNullable(markup.group(2)).orElse("");
    String sign = target.startsWith("#") ? "#" : "@";
    boolean named = target.startsWith("@") || target.startsWith("#") || target.startsWith("!");
    String bare = label.isEmpty() ? target.substring(1) : label;
    String typed = !label.isEmpty() && endsWith(target, label) ? label : target;
    return Matcher.quoteReplacement(named ? sign + bare.replaceFirst("^@", "") : typed);
  }

  /** Ignores case: Slack may write a link's target in lower case. */
  private static boolean endsWith(String target, String label) {
    int start = target.length() - label.length();
    return target.regionMatches(true, start, label, 0, label.length());
  }

  /** The text as typed, in quotation marks, cut to leave room for the rest of the message. */
  static String quote(String escaped) {
    return "“" + PlainText.cut(text(escaped), LONGEST_QUOTE) + "”";
  }
}
