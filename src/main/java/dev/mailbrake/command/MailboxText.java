package dev.mailbrake.command;

import dev.mailbrake.mailbox.MailAddress;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Addresses as they stand in text that people type or paste. Pure, total and linear in time. */
public final class MailboxText {
  private static final String IN_LOCAL_PART = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~.\\p{Cf}-]";

  /** Generous, so that a typo is read as a whole; {@link MailAddress} decides. Each part once. */
  static final String ADDRESS =
      IN_LOCAL_PART + "++[@\uff20\ufe6b][\\p{L}\\p{M}\\p{N}\\p{Cf}.\u3002\uff0e\uff61-]++";

  /** What a mail link may carry behind its address, such as {@code ?subject=…}. */
  static final String QUERY = "(?:\\?\\p{Alpha}++=[^ @\uff20\ufe6b<>,;]*+)?+";

  private static final Pattern LINK = Pattern.compile("(?:mailto:)?+(" + ADDRESS + ")" + QUERY);

  /** Starts where a run of such characters starts, to read each of them once. */
  private static final Pattern IN_TEXT =
      Pattern.compile(
          "(?:\\G|(?<!" + IN_LOCAL_PART + "|[@\uff20\ufe6b]))" + ADDRESS + "(?![@\uff20\ufe6b])");

  private static final Pattern MENTION =
      Pattern.compile("(?<![\\p{L}\\p{N}])@[\\p{L}\\p{N}]|<@[UW][A-Z0-9]");
  private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}");
  private static final String QUOTES = "'`{*~";

  private MailboxText() {}

  /**
   * The addresses in a text, each once, in order.
   *
   * @param text as typed, or as Slack sends it: with entities and {@code <mailto:…|…>}
   */
  public static List<MailAddress> addressesIn(String text) {
    String bare = SlackEscaping.unescaped(text.replaceAll("[<>|]", " "));
    return IN_TEXT
        .matcher(bare)
        .results()
        .flatMap(found -> behindQuotes(found.group()).stream())
        .distinct()
        .toList();
  }

  /** Whether a reason, as typed, names a mailbox: by an address or by a mention. */
  public static boolean namesAMailbox(String reason) {
    return MENTION.matcher(reason).find() || !addressesIn(reason).isEmpty();
  }

  /** The address that a mail link leads to, or that the text is. */
  static Optional<MailAddress> address(String text) {
    Matcher link = LINK.matcher(text);
    return link.matches() ? cleaned(link.group(1)) : Optional.empty();
  }

  private static Optional<MailAddress> behindQuotes(String found) {
    int start = Math.max(found.lastIndexOf('='), found.lastIndexOf('/')) + 1;
    while (QUOTES.indexOf(found.charAt(start)) >= 0) {
      start++;
    }
    return cleaned(found.substring(start));
  }

  /** Without invisible characters and without the punctuation behind it. */
  static Optional<MailAddress> cleaned(String found) {
    String visible = INVISIBLE.matcher(found).replaceAll("").replaceAll("[\uff20\ufe6b]", "@");
    int end = visible.length();
    while (end > 0 && ".-\u3002\uff0e\uff61".indexOf(visible.charAt(end - 1)) >= 0) {
      end--;
    }
    return MailAddress.parse(visible.substring(0, end));
  }
}
