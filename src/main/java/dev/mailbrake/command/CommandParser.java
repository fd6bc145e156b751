package dev.mailbrake.command;

import dev.mailbrake.mailbox.Action;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads a command line. Pure, and total: every text is some {@link Command}. */
public final class CommandParser {
  /** The most characters a reason may have. */
  public static final int LONGEST_REASON = 500;

  private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}\\p{Cc}]+");

  private final int mostMailboxes;
  private final Duration longestBlock;

  /**
   * @param mostMailboxes how many mailboxes one command may name
   * @param longestBlock the longest duration that {@code for} takes
   */
  public CommandParser(int mostMailboxes, Duration longestBlock) {
    this.mostMailboxes = mostMailboxes;
    this.longestBlock = longestBlock;
  }

  /**
   * Reads what follows a command.
   *
   * @param verb which command
   * @param text what follows it, escaped as Slack sends it
   */
  public Command parse(Verb verb, String text) {
    String line = SPACE.matcher(text).replaceAll(" ").strip();
    if (line.isEmpty() || line.equalsIgnoreCase("help")) {
      return new Command.AnswerOnly(Usage.full(verb));
    }
    try {
      return parse(verb, new Words(line));
    } catch (Misread misread) {
      return new Command.AnswerOnly(misread.getMessage() + "\n" + Usage.of(verb));
    }
  }

  private Command parse(Verb verb, Words words) {
    List<MailboxReference> mailboxes = mailboxes(words);
    Optional<Action> action = verb.action();
    if (action.isEmpty()) {
      refuseRest(words);
      return new Command.ShowStatus(mailboxes);
    }
    Optional<Duration> duration = duration(action.get(), words);
    String reason = reason(words);
    if (duration.isPresent()) {
      return new Command.AnswerOnly(timedBlocksAreNotAvailable(duration.get()));
    }
    return new Command.ChangeOutgoing(action.get(), mailboxes, reason);
  }

  private List<MailboxReference> mailboxes(Words words) {
    Set<MailboxReference> found = new LinkedHashSet<>();
    while (words.hasNext()) {
      MailboxWord word = new MailboxWord(words.peek());
      if (word.isSeparator()) {
        words.next();
        continue;
      }
      Optional<MailboxReference> mailbox = word.mailbox();
      if (mailbox.isEmpty()) {
        refuseTypo(word);
        break;
      }
      found.add(mailbox.get());
      words.next();
    }
    if (found.isEmpty()) {
      throw notAMailbox(words.peek());
    }
    if (found.size() > mostMailboxes) {
      throw new Misread(
          "That is %d mailboxes; one command takes at most %d."
              .formatted(found.size(), mostMailboxes));
    }
    return new ArrayList<>(found);
  }

  private static void refuseTypo(MailboxWord word) {
    if (word.looksLikeOne()) {
      throw new Misread(
          word.quote() + " is not a mailbox. Nothing was asked for; please check the address.");
    }
  }

  /** A duration is never guessed: "for 3 days" is an error, "for phishing" is a reason. */
  private Optional<Duration> duration(Action action, Words words) {
    Optional<String> typed = words.afterFor();
    if (typed.isEmpty()) {
      return Optional.empty();
    }
    if (action != Action.BLOCK) {
      throw new Misread(
          "Only a block takes a duration, not " + Typed.quote("for " + typed.get()) + ".");
    }
    Duration duration =
        BlockTime.parse(typed.get().toLowerCase(Locale.ROOT))
            .orElseThrow(
                () ->
                    new Misread(
                        Typed.quote("for " + typed.get())
                            + " is not a duration. Write a number with m, h, d or w and no space:"
                            + " for 30m, for 4h, for 2d, for 1w."));
    if (duration.compareTo(BlockTime.SHORTEST) < 0 || duration.compareTo(longestBlock) > 0) {
      throw new Misread(
          "%s is out of range: a block lasts from %s to %s."
              .formatted(
                  Typed.quote("for " + typed.get()),
                  BlockTime.format(BlockTime.SHORTEST),
                  BlockTime.format(longestBlock)));
    }
    words.next();
    words.next();
    return Optional.of(duration);
  }

  private static String timedBlocksAreNotAvailable(Duration duration) {
    return "Timed blocks are not available yet, so nothing was asked for. Leave out “for "
        + BlockTime.format(duration)
        + "” to block until somebody allows it again with "
        + Verb.UNBLOCK.command()
        + ".";
  }

  private static String reason(Words words) {
    String reason = Typed.text(words.rest());
    int characters = reason.codePointCount(0, reason.length());
    if (characters > LONGEST_REASON) {
      throw new Misread(
          "The reason has %d characters; at most %d are kept as a record. Nothing was asked for."
              .formatted(characters, LONGEST_REASON));
    }
    return reason;
  }

  private static void refuseRest(Words words) {
    if (words.hasNext()) {
      throw notAMailbox(words.peek());
    }
  }

  private static Misread notAMailbox(String word) {
    return new Misread(Typed.quote(word) + " is not a mailbox.");
  }

  /** What is wrong with the words, in one or two sentences. */
  private static final class Misread extends RuntimeException {
    private static final long serialVersionUID = 1;

    Misread(String sentence) {
      super(sentence, null, false, false);
    }

    @Override
    public String getMessage() {
      return String.valueOf(super.getMessage());
    }
  }
}
