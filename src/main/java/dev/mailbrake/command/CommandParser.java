package dev.mailbrake.command;

import static java.util.stream.Collectors.joining;

import dev.mailbrake.command.BlockTime.BlockTimeRange;
import dev.mailbrake.mailbox.Action;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads a command line. Pure and total: every text is some {@link Command}. */
public final class CommandParser {
  /** In code points. */
  public static final int LONGEST_REASON = 500;

  private static final int MOST_QUOTES = 3;

  /** The most that one command may name. */
  private final int mostMailboxes;

  private final BlockTimeRange durations;

  public CommandParser(int mostMailboxes, Duration longestBlock) {
    this.mostMailboxes = mostMailboxes;
    durations = new BlockTimeRange(longestBlock);
  }

  /** Reads what follows a command, escaped as Slack sends it. */
  public Command parse(Verb verb, String text) {
    String line = SlackEscaping.line(text);
    if (line.isEmpty()) {
      return verb.action()
          .<Command>map(Command.ShowModal::new)
          .orElseGet(() -> new Command.Look(verb, List.of()));
    }
    if (line.equalsIgnoreCase("help")) {
      return new Command.AnswerOnly(verb.help());
    }
    List<String> faults = new ArrayList<>();
    MailboxList list = MailboxList.of(line);
    Command command =
        verb.action()
            .map(action -> change(action, list, faults))
            .orElseGet(() -> look(verb, list, faults));
    return faults.isEmpty() ? command : refusal(verb, faults);
  }

  private Command change(Action action, MailboxList list, List<String> faults) {
    List<MailboxReference> mailboxes =
        mailboxes(list, list.isEmpty() ? list.firstUnread() : "", faults);
    Remainder remainder = Remainder.of(list.isEmpty() ? "" : list.rest());
    Duration lasts = lasts(action, remainder.times(), faults);
    String reason = SlackEscaping.text(remainder.reason());
    tooLong(reason).ifPresent(faults::add);
    return new Command.ChangeOutgoing(action, mailboxes, lasts, reason);
  }

  private Command look(Verb verb, MailboxList list, List<String> faults) {
    return new Command.Look(verb, mailboxes(list, list.firstUnread(), faults));
  }

  private List<MailboxReference> mailboxes(
      MailboxList list, String alsoUnknown, List<String> faults) {
    List<String> unknown =
        Stream.concat(list.unknown().stream(), Stream.of(alsoUnknown))
            .filter(word -> !word.isEmpty())
            .toList();
    if (!unknown.isEmpty()) {
      faults.add(unrecognized(unknown));
    }
    int named = list.found().size();
    if (named > mostMailboxes) {
      faults.add(
          "You named %d mailboxes; one command takes at most %d.".formatted(named, mostMailboxes));
    }
    return list.found();
  }

  private static String unrecognized(List<String> words) {
    String quoted =
        words.stream().limit(MOST_QUOTES).map(SlackEscaping::quote).collect(joining(", "));
    int more = words.size() - MOST_QUOTES;
    return "I don't recognize %s%s. Pick the person from Slack's suggestions, or type the email address."
        .formatted(quoted, more > 0 ? " and " + more + " more" : "");
  }

  private Duration lasts(Action action, List<String> times, List<String> faults) {
    List<String> quoted = times.stream().map(time -> SlackEscaping.quote("for " + time)).toList();
    if (action == Action.BLOCK && times.size() > 1) {
      faults.add("A block has one duration, not %s.".formatted(String.join(" and ", quoted)));
      return Duration.ZERO;
    }
    try {
      return times.isEmpty()
          ? Duration.ZERO
          : durations.read(action, times.get(0), String.join(" and ", quoted));
    } catch (ParseError misread) {
      faults.add(misread.getMessage());
      return Duration.ZERO;
    }
  }

  private static Command refusal(Verb verb, List<String> faults) {
    String nothing = verb.action().isPresent() ? " No request was made.\n" : "\n";
    return new Command.AnswerOnly(String.join("\n", faults) + nothing + verb.usage());
  }

  /** A sentence for a reason that is too long; else empty. */
  static Optional<String> tooLong(String reason) {
    int characters = reason.codePointCount(0, reason.length());
    return characters <= LONGEST_REASON
        ? Optional.empty()
        : Optional.of(
            "The reason has %d characters; at most %d fit.".formatted(characters, LONGEST_REASON));
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
