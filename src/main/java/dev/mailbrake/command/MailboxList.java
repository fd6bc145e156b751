package dev.mailbrake.command;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The mailboxes at the beginning of a line, as people type or paste them. Reads each character a
 * bounded number of times.
 */
final class MailboxList {
  /** Separators, quotation marks and brackets, which say nothing in front of a mailbox. */
  private static final String DECORATION = "[ ,;&•\\p{Cf}<(\\[{\"'`“”„‘’‚«»‹›*~]*+";

  private static final Pattern GAP =
      Pattern.compile(DECORATION + "(?:and " + DECORATION + ")?+", Pattern.CASE_INSENSITIVE);
  private static final Pattern SEPARATOR = Pattern.compile("[,;&•]|and ", Pattern.CASE_INSENSITIVE);

  /**
   * Capitalized words such as {@code Anna van Dyk} before an address in angle brackets. Behind a
   * blank only if the mailbox before has one too: "told Tariq &lt;…&gt;" may be a reason.
   */
  private static final Pattern NAME = Pattern.compile(name() + DECORATION);

  /** With should_escape, Slack sends a mention as {@code <@U012AB3CD|name>}. */
  private static final Pattern MAILBOX =
      Pattern.compile(
          "(?:\u0001@([UW][A-Z0-9]{2,30})(?:\\|[^\u0001\u0002]*+)?\u0002|(?i:mailto:)?+("
              + MailboxText.ADDRESS
              + ")"
              + MailboxText.QUERY
              + ")[>)\\]}\"'`“”’»›«*~.:!?\\p{Cf}]*+(?=[ ,;&]|$)");

  private static final Pattern WORD = Pattern.compile("[^ ,;]*+");
  private static final Pattern BEFORE_REST = Pattern.compile("[ ,;\\p{Cf}]*+");

  private final String line;
  private final Set<MailboxReference> found = new LinkedHashSet<>();
  private final List<String> unknown = new ArrayList<>();
  private int from;
  private boolean mayBeName = true;

  private MailboxList(String line) {
    this.line = line;
  }

  /** Reads a line as {@link SlackEscaping#line} gives it, or text that nobody escaped. */
  static MailboxList of(String line) {
    MailboxList list = new MailboxList(line);
    boolean more = true;
    while (more) {
      more = list.readNext();
    }
    return list;
  }

  private static String name() {
    String particle = "(?:v[ao]n|de[rnl]?|d[aiou]s?|l[ae]|al|el|bin|zu|ter?)";
    String word = "[(“\"'‘]?(?:[\\p{Lu}\\p{Lt}\\p{Lo}][\\p{L}\\p{M}\\p{N}.'’-]*+|" + particle + ")";
    String withEnd = word + "[)”\"]{0,2},?";
    return withEnd + "(?: " + withEnd + "){0,5}[ \\p{Cf}]?<";
  }

  /** Each once, in order. */
  List<MailboxReference> found() {
    return List.copyOf(found);
  }

  /** Words that were meant as mailboxes, so a typo does not become part of the reason. */
  List<String> unknown() {
    return List.copyOf(unknown);
  }

  boolean isEmpty() {
    return found.isEmpty() && unknown.isEmpty();
  }

  /** The word behind the mailboxes, possibly empty; the first of all if there are none. */
  String firstUnread() {
    String text = isEmpty() ? line : rest();
    int end = text.indexOf(' ');
    return end < 0 ? text : text.substring(0, end);
  }

  String rest() {
    return line.substring(end(BEFORE_REST, from));
  }

  private boolean readNext() {
    int start = end(GAP, from);
    mayBeName = mayBeName || SEPARATOR.matcher(line.substring(from, start)).find();
    int address = mayBeName ? end(NAME, start) : start;
    mayBeName = address > start;
    Matcher mailbox = at(MAILBOX, address);
    Optional<MailboxReference> read = mailbox.lookingAt() ? reference(mailbox) : Optional.empty();
    read.ifPresent(found::add);
    int end = read.isPresent() ? mailbox.end() : endOfTypo(address);
    boolean moved = end > address;
    from = moved ? end : from;
    return moved;
  }

  private static Optional<MailboxReference> reference(Matcher mailbox) {
    return mailbox.group(1) == null
        ? MailboxText.cleaned(mailbox.group(2)).map(MailboxReference.ByAddress::new)
        : Optional.of(new MailboxReference.ByMention(mailbox.group(1)));
  }

  private int endOfTypo(int start) {
    int end = end(WORD, start);
    String word = line.substring(start, end);
    if (!looksLikeMailbox(word)) {
      return start;
    }
    unknown.add(word);
    return end;
  }

  private static boolean looksLikeMailbox(String word) {
    return word.indexOf('@') >= 0
        || word.indexOf('\uff20') >= 0
        || word.indexOf(SlackEscaping.OPEN) >= 0
        || word.startsWith("mailto:");
  }

  /** Where the pattern ends that matches at the start, or the start itself. */
  private int end(Pattern pattern, int start) {
    Matcher matcher = at(pattern, start);
    return matcher.lookingAt() ? matcher.end() : start;
  }

  private Matcher at(Pattern pattern, int start) {
    return pattern.matcher(line).region(start, line.length());
  }
}
