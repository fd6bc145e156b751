package dev.mailbrake.command;

import dev.mailbrake.command.BlockTime.BlockTimeRange;
import dev.mailbrake.mailbox.Action;
import dev.mailbrake.text.PlainText;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads a command line. Pure and total: every text is some {@link Command}. */
public final class CommandParser {
  /** In code points. */
  public static final int LONGEST_REASON = 500;

  /** The most that one command may name. */
  private final int mostMailboxes;

  private final BlockTimeRange durations;

  public CommandParser(int mostMailboxes, Duration longestBlock) {
    this.mostMailboxes = mostMailboxes;
    durations = new BlockTimeRange(longestBlock);
  }

  /** Reads what follows a command, escaped as Slack sends it. */
  public Command parse(Verb verb, String text) {
    String line = PlainText.oneLine(text);
    if (line.isEmpty()) {
      return verb.action()
          .<Command>map(Command.ShowModal::new)
          .orElseGet(() -> new Command.Look(verb, List.of()));
    }
    if (line.equalsIgnoreCase("help")) {
      return new Command.AnswerOnly(verb.help());
    }
    try {
      return parse(verb, new WordReader(line));
    } catch (ParseError misread) {
      return new Command.AnswerOnly(misread.getMessage() + "\n" + verb.usage());
    }
  }

  private Command parse(Verb verb, WordReader words) {
    List<MailboxReference> mailboxes = mailboxes(words);
    Optional<Action> action = verb.action();
    if (action.isEmpty()) {
      refuseRest(words);
      return new Command.Look(verb, mailboxes);
    }
    Duration lasts = lasts(action.get(), words);
    return new Command.ChangeOutgoing(action.get(), mailboxes, lasts, reason(words));
  }

  private List<MailboxReference> mailboxes(WordReader words) {
    Set<MailboxReference> found = new LinkedHashSet<>();
    while (words.hasNext()) {
      MailboxWord word = new MailboxWord(words.peek());
      Optional<MailboxReference> mailbox = word.mailbox();
      if (mailbox.isEmpty() && !word.isSeparator()) {
        refuseTypo(word);
        break;
      }
      mailbox.ifPresent(found::add);
      words.next();
    }
    if (found.isEmpty()) {
      throw notAMailbox(words.peek());
    }
    if (found.size() > mostMailboxes) {
      throw new ParseError(
          "That is %d mailboxes; one command takes at most %d."
              .formatted(found.size(), mostMailboxes));
    }
    return List.copyOf(found);
  }

  private static void refuseTypo(MailboxWord word) {
    if (word.looksLikeOne()) {
      throw new ParseError(
          word.quote() + " is not a mailbox. Nothing was asked for; please check the address.");
    }
  }

  /** "for 3 days" is an error, "for phishing" is a reason. */
  private Duration lasts(Action action, WordReader words) {
    Optional<String> typed = words.afterFor();
    if (typed.isEmpty()) {
      return Duration.ZERO;
    }
    Duration lasts = durations.read(action, typed.get(), SlackEscaping.quote("for " + typed.get()));
    words.next();
    words.next();
    return lasts;
  }

  private static String reason(WordReader words) {
    String reason = SlackEscaping.text(words.rest());
    Optional<String> fault = tooLong(reason);
    if (fault.isPresent()) {
      throw new ParseError(fault.get() + " Nothing was asked for.");
    }
    return reason;
  }

  /** A sentence for a reason that is too long; else empty. */
  static Optional<String> tooLong(String reason) {
    int characters = reason.codePointCount(0, reason.length());
    return characters <= LONGEST_REASON
        ? Optional.empty()
        : Optional.of(
            "The reason has %d characters; at most %d are kept as a record."
                .formatted(characters, LONGEST_REASON));
  }

  private static void refuseRest(WordReader words) {
    if (words.hasNext()) {
      throw notAMailbox(words.peek());
    }
  }

  private static ParseError notAMailbox(String word) {
    return new ParseError(SlackEscaping.quote(word) + " is not a mailbox.");
  }

  /** What is wrong with the text, in one or two sentences. Never leaves this package. */
  static final class ParseError extends RuntimeException {
    private static final long serialVersionUID = 1;

    ParseError(String sentence) {
      super(sentence, null, false, false);
    }

    @Override
    public String getMessage() {
      return String.valueOf(super.getMessage());
    }
  }
}
