package dev.mailbrake.command;

import dev.mailbrake.mailbox.MailAddress;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One word of a command line, read as a mailbox if it is one.
 *
 * <p>With {@code should_escape} Slack sends a mention as {@code <@U012AB3CD|name>}; an address
 * arrives as typed or as {@code <mailto:a@b|a@b>} (the latter follows from Slack's link escaping
 * and is not documented for slash commands).
 */
final class MailboxWord {
  private static final Pattern MENTION = Pattern.compile("<@([UW][A-Z0-9]{2,30})(?:\\|[^<>]*)?>");
  private static final Pattern MAILTO = Pattern.compile("<mailto:([^|<>]+)(?:\\|([^<>]*))?>");

  /** What Slack's escaping puts before a semicolon. */
  private static final List<String> ENTITIES = List.of("&amp", "&lt", "&gt");

  private final String word;

  /**
   * @param word without white space; a list's comma or semicolon may still hang on it
   */
  MailboxWord(String word) {
    this.word = withoutSeparators(word);
  }

  /** One step back for each of them: a regular expression would try again from every one. */
  private static String withoutSeparators(String word) {
    int end = word.length();
    while (end > 0 && ",;".indexOf(word.charAt(end - 1)) >= 0 && !endsAnEntity(word, end - 1)) {
      end--;
    }
    return word.substring(0, end);
  }

  private static boolean endsAnEntity(String word, int semicolon) {
    return ENTITIES.stream()
        .anyMatch(entity -> word.startsWith(entity, semicolon - entity.length()));
  }

  /** The mailbox that the word names, or empty if it names none. */
  Optional<MailboxReference> mailbox() {
    Matcher mention = MENTION.matcher(word);
    if (mention.matches()) {
      return Optional.of(new MailboxReference.ByMention(mention.group(1)));
    }
    return address().map(MailboxReference.ByAddress::new);
  }

  private Optional<MailAddress> address() {
    Matcher link = MAILTO.matcher(word);
    if (!link.matches()) {
      return parse(word);
    }
    Optional<MailAddress> target = parse(link.group(1));
    // A link that shows one address and means another is somebody's trick, not Slack's escaping.
    return link.group(2) == null || parse(link.group(2)).equals(target) ? target : Optional.empty();
  }

  private static Optional<MailAddress> parse(String escaped) {
    return MailAddress.parse(SlackEscaping.text(escaped));
  }

  /** Whether nothing is left of the word but a list's comma or semicolon. */
  boolean isSeparator() {
    return word.isEmpty();
  }

  /**
   * Whether the word was meant as a mailbox, though it is none: a typo must not become a reason.
   */
  boolean looksLikeOne() {
    return word.contains("@") || word.startsWith("<mailto:") || word.startsWith("<#");
  }

  /** The word in quotation marks, as the person typed it. */
  String quote() {
    return SlackEscaping.quote(word);
  }
}
