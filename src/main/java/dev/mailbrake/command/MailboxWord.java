package dev.mailbrake.command;

import dev.mailbrake.mailbox.MailAddress;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One word of a command line, which may be a mailbox. With {@code should_escape} Slack sends a
 * mention as {@code <@U012AB3CD|name>}; an address arrives as typed or as {@code <mailto:a@b|a@b>}
 * (by Slack's link escaping; not documented for slash commands).
 */
final class MailboxWord {
  private static final Pattern MENTION = Pattern.compile("<@([UW][A-Z0-9]{2,30})(?:\\|[^<>]*)?>");
  private static final Pattern MAILTO = Pattern.compile("<mailto:([^|<>]+)(?:\\|([^<>]*))?>");

  /** Slack's entities without their semicolon. */
  private static final List<String> ENTITIES = List.of("&amp", "&lt", "&gt");

  private final String word;

  MailboxWord(String word) {
    this.word = withoutSeparators(word);
  }

  /** Steps back once per separator; a regular expression would start again at each of them. */
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
    // A link that shows one address and means another is a trick, not Slack's escaping.
    return link.group(2) == null || parse(link.group(2)).equals(target) ? target : Optional.empty();
  }

  private static Optional<MailAddress> parse(String escaped) {
    return MailAddress.parse(SlackEscaping.text(escaped));
  }

  /** Whether the word was only commas or semicolons. */
  boolean isSeparator() {
    return word.isEmpty();
  }

  /** Whether it was meant as a mailbox, so a typo does not become part of the reason. */
  boolean looksLikeOne() {
    return word.contains("@") || word.startsWith("<mailto:") || word.startsWith("<#");
  }

  String quote() {
    return SlackEscaping.quote(word);
  }
}
