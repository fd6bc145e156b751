package dev.mailbrake.slack.blocks;

import static com.slack.api.model.block.composition.BlockCompositions.plainText;

import com.slack.api.model.block.composition.PlainTextObject;
import dev.mailbrake.audit.PersonName;
import dev.mailbrake.command.SlackEscaping;
import dev.mailbrake.request.wording.Wording;
import java.time.Instant;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Text on its way into a message: cut to Block Kit's limits with an ellipsis, escaped where Slack
 * would read markup, and without what a reader cannot see. All that Slack shows passes here, so the
 * record can keep what people, Slack and Zoho wrote as they wrote it.
 *
 * <p>Sources: Block Kit reference (limits), "Formatting text for app surfaces" (the three
 * characters that must be escaped).
 */
public final class SlackText {
  public static final int SECTION = 3_000;

  static final int HEADER = 150;

  static final int BUTTON = 75;

  /** The top-level text of a message: chat.update refuses more than 4,000 characters. */
  public static final int FALLBACK = 4_000;

  private static final String ELLIPSIS = "…";

  /**
   * What turns, hides or breaks text, and half a surrogate pair. The joiners of some emoji and
   * scripts are among it: they fall apart, which is better than an address that reads otherwise.
   */
  private static final Pattern INVISIBLE =
      Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}&&[^\n]]");

  private static final Pattern HALF_ENTITY = Pattern.compile("&[a-z]{0,3}…$");

  private SlackText() {}

  /** The same text with a space for each character that has no shape, but for line feeds. */
  static String visible(String text) {
    return INVISIBLE.matcher(text).replaceAll(" ");
  }

  /** Visible, at most {@code longest} characters, never half of a surrogate pair; never empty. */
  public static String cut(String raw, int longest) {
    String text = visible(raw);
    if (text.isBlank()) {
      return "–"; // Slack refuses an empty text object, and a card must not fail for it.
    }
    if (text.length() <= longest) {
      return text;
    }
    return start(text, longest - ELLIPSIS.length()) + ELLIPSIS;
  }

  /** The same, and empty where nothing of it may be left. */
  static String part(String text, int longest) {
    return longest == 0 || text.isEmpty() ? "" : cut(text, longest);
  }

  /** The first {@code longest} characters, or one less where that would halve a surrogate pair. */
  static String start(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    boolean halves = longest > 0 && Character.isHighSurrogate(text.charAt(longest - 1));
    return text.substring(0, halves ? longest - 1 : longest);
  }

  /** Escaped, and at most {@code longest} characters, never half of an entity. */
  public static String escape(String text, int longest) {
    return HALF_ENTITY.matcher(cut(escape(text), longest)).replaceFirst(ELLIPSIS);
  }

  /** Text that mrkdwn shows as it is, without links, mentions or entities in it. */
  public static String escape(String text) {
    return SlackEscaping.escaped(visible(text));
  }

  /** What a person or Zoho wrote, which Slack shows as it is. */
  static PlainTextObject plain(String text, int longest) {
    return plainText(cut(text, longest), false);
  }

  /** A time in the reader's zone, with UTC for clients that cannot. */
  static String time(Instant at) {
    return "<!date^%d^{date_short_pretty} {time}|%s>"
        .formatted(at.getEpochSecond(), Wording.UTC.format(at));
  }

  /** A person: Slack shows each reader the name as it is today. */
  static String mention(PersonName person) {
    return person.equals(PersonName.MAILBRAKE) ? person.name() : "<@" + escape(person.id()) + ">";
  }

  static String mentions(Stream<PersonName> people) {
    return people.map(SlackText::mention).collect(Collectors.joining(" and "));
  }

  /** Begins what says that nothing is sent to Zoho. */
  static String prefix(boolean dryRun) {
    return dryRun ? "Dry run – " : "";
  }
}
