package dev.mailbrake.slack.blocks;

import static com.slack.api.model.block.composition.BlockCompositions.plainText;

import com.slack.api.model.block.composition.PlainTextObject;
import dev.mailbrake.audit.PersonName;
import dev.mailbrake.command.SlackEscaping;
import dev.mailbrake.request.wording.Wording;
import dev.mailbrake.text.PlainText;
import java.time.Instant;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes text fit for a message: cut to Block Kit's limits, escaped where Slack would read markup,
 * and free of invisible characters. Everything that Slack shows passes here, so the record can keep
 * what people, Slack and Zoho wrote. Sources: Block Kit reference (limits), "Formatting text for
 * app surfaces" (the three characters to escape).
 */
public final class SlackText {
  public static final int SECTION = 3_000;
  static final int HEADER = 150;
  static final int BUTTON = 75;

  /** A message's top-level text: {@code chat.update} refuses more than 4,000 characters. */
  public static final int FALLBACK = 4_000;

  private static final String ELLIPSIS = "…";

  private static final Pattern HALF_ENTITY = Pattern.compile("&[a-z]{0,3}…$");

  private SlackText() {}

  /** Replaces each invisible character except line feeds with a space. */
  static String visible(String text) {
    return PlainText.visible(text, "\n");
  }

  /** Visible and never empty, at most {@code longest} characters, ellipsis included. */
  public static String cut(String raw, int longest) {
    String text = visible(raw);
    if (text.isBlank()) {
      return "–"; // Slack refuses an empty text object, and a card must not fail for it.
    }
    return text.length() <= longest ? text : start(text, longest - ELLIPSIS.length()) + ELLIPSIS;
  }

  /** Like {@link #cut}, but empty if the text is or if no characters are allowed. */
  static String part(String text, int longest) {
    return longest == 0 || text.isEmpty() ? "" : cut(text, longest);
  }

  /** The first {@code longest} characters, or one less to keep a surrogate pair whole. */
  static String start(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    boolean halves = longest > 0 && Character.isHighSurrogate(text.charAt(longest - 1));
    return text.substring(0, halves ? longest - 1 : longest);
  }

  /** Escaped, at most {@code longest} characters, and never cut inside an entity. */
  public static String escape(String text, int longest) {
    return HALF_ENTITY.matcher(cut(escape(text), longest)).replaceFirst(ELLIPSIS);
  }

  /** Text that mrkdwn shows literally, without reading links, mentions or entities in it. */
  public static String escape(String text) {
    return SlackEscaping.escaped(visible(text));
  }

  static PlainTextObject plain(String text, int longest) {
    return plainText(cut(text, longest), false);
  }

  /** A time in the reader's time zone; UTC for clients that cannot show that. */
  static String time(Instant at) {
    return "<!date^%d^{date_short_pretty} {time}|%s>"
        .formatted(at.getEpochSecond(), Wording.UTC.format(at));
  }

  /** A mention, for which Slack shows the person's current name. */
  static String mention(PersonName person) {
    return person.equals(PersonName.MAILBRAKE) ? person.name() : "<@" + escape(person.id()) + ">";
  }

  static String mentions(Stream<PersonName> people) {
    return people.map(SlackText::mention).collect(Collectors.joining(" and "));
  }

  static String prefix(boolean dryRun) {
    return dryRun ? "Dry run – " : "";
  }
}
