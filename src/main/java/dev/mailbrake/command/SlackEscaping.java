package dev.mailbrake.command;

import dev.mailbrake.mailbox.MailAddress;
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
  /** Slack's own brackets. Nobody can type them: one line has no control characters. */
  static final char OPEN = '\u0001';

  static final char CLOSE = '\u0002';

  private static final int LONGEST_QUOTE = 80;
  private static final Pattern MARKUP = Pattern.compile("<([^<>|]+)(?:\\|([^<>]*))?>");
  private static final Pattern MARKED =
      Pattern.compile("\u0001([^\u0001\u0002|]+)(?:\\|([^\u0001\u0002]*))?\u0002");

  private SlackEscaping() {}

  /**
   * One line as typed, except for mentions and for mail links that show something else than their
   * address: those stay as Slack sends them, between {@link #OPEN} and {@link #CLOSE}.
   */
  static String line(String sent) {
    Matcher markup = MARKUP.matcher(PlainText.oneLine(sent));
    return unescaped(markup.replaceAll(SlackEscaping::markedOrTyped)).strip();
  }

  /** The text as typed, of a line or a part of one. */
  static String text(String line) {
    return MARKED
        .matcher(line)
        .replaceAll(markup -> Matcher.quoteReplacement(typed(markup)))
        .replace(OPEN, '<')
        .replace(CLOSE, '>');
  }

  /** The text as typed, in quotation marks, cut to leave room for the rest of the message. */
  static String quote(String line) {
    return "“" + PlainText.cut(text(line), LONGEST_QUOTE) + "”";
  }

  /** The text as Slack sends it in command lines and reads it in messages. */
  public static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /** The ampersand comes last, so nothing is unescaped twice. */
  static String unescaped(String sent) {
    return sent.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
  }

  private static String markedOrTyped(MatchResult markup) {
    boolean mention = markup.group(1).startsWith("@");
    return Matcher.quoteReplacement(
        mention || isOddMailLink(markup) ? OPEN + inside(markup) + CLOSE : typed(markup));
  }

  /** A link that shows one address and means another is a trick, not Slack's escaping. */
  private static boolean isOddMailLink(MatchResult markup) {
    if (!markup.group(1).startsWith("mailto:")) {
      return false;
    }
    Optional<MailAddress> target = MailboxText.address(unescaped(markup.group(1)));
    String label = Optional.ofNullable(markup.group(2)).orElse(markup.group(1));
    return target.isEmpty() || !MailboxText.address(unescaped(label)).equals(target);
  }

  private static String inside(MatchResult markup) {
    return markup.group().substring(1, markup.group().length() - 1);
  }

  /** Only Slack can write an unescaped bracket, so anything in brackets is its markup. */
  private static String typed(MatchResult markup) {
    String target = markup.group(1);
    String label = Optional.ofNullable(markup.group(2)).orElse("");
    if (target.startsWith("@") || target.startsWith("#") || target.startsWith("!")) {
      String bare = label.isEmpty() ? target.substring(1) : label;
      return (target.startsWith("#") ? "#" : "@") + bare.replaceFirst("^@", "");
    }
    return !label.isEmpty() && endsWith(target, label) ? label : target;
  }

  /** Ignores case: Slack may write a link's target in lower case. */
  private static boolean endsWith(String target, String label) {
    int start = target.length() - label.length();
    return target.regionMatches(true, start, label, 0, label.length());
  }
}
