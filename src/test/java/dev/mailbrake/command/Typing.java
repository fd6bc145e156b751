package dev.mailbrake.command;

import dev.mailbrake.command.Command.ChangeOutgoing;
import java.time.Duration;
import java.util.List;

/** Somebody typing commands where three mailboxes and thirty days are the limits. */
final class Typing {
  static final int MOST_MAILBOXES = 3;
  static final Duration LONGEST_BLOCK = Duration.ofDays(30);
  private static final CommandParser PARSER = new CommandParser(MOST_MAILBOXES, LONGEST_BLOCK);

  private Typing() {}

  static Command command(Verb verb, String text) {
    return PARSER.parse(verb, text);
  }

  /** What {@code /mail-block} requests; fails if it requests nothing. */
  static ChangeOutgoing block(String text) {
    Command command = command(Verb.BLOCK, text);
    if (command instanceof ChangeOutgoing change) {
      return change;
    }
    throw new AssertionError("asks for no change: " + command);
  }

  /** The mailboxes that {@code /mail-block} names, as text. */
  static List<String> mailboxes(String text) {
    return block(text).mailboxes().stream().map(MailboxReference::toString).toList();
  }

  /** The immediate answer of {@code /mail-block}; fails if it requests something. */
  static String answer(String text) {
    return answer(Verb.BLOCK, text);
  }

  static String answer(Verb verb, String text) {
    Command command = command(verb, text);
    if (command instanceof Command.AnswerOnly answer) {
      return answer.text();
    }
    throw new AssertionError("asks for something: " + command);
  }
}
