package dev.mailbrake.command;

import dev.mailbrake.command.Command.ChangeOutgoing;
import java.time.Duration;
import java.util.List;

/** Somebody typing commands where three mailboxes and thirty days are the most. */
final class Typing {
  static final int MOST_MAILBOXES = 3;
  private static final CommandParser PARSER =
      new CommandParser(MOST_MAILBOXES, Duration.ofDays(30));

  private Typing() {}

  static Command command(Verb verb, String text) {
    return PARSER.parse(verb, text);
  }

  /** What {@code /mail-block} asks for; fails if it asks for nothing. */
  static ChangeOutgoing block(String text) {
    return command(Verb.BLOCK, text)
        .fold(
            change -> change,
            status -> {
              throw new AssertionError("shows a status");
            },
            answer -> {
              throw new AssertionError("answers: " + answer.text());
            });
  }

  /** The mailboxes that {@code /mail-block} asks for, as text. */
  static List<String> mailboxes(String text) {
    return block(text).mailboxes().stream().map(MailboxReference::toString).toList();
  }

  /** What {@code /mail-block} answers at once; fails if it asks for something. */
  static String answer(String text) {
    return answer(Verb.BLOCK, text);
  }

  static String answer(Verb verb, String text) {
    return command(verb, text)
        .fold(
            change -> {
              throw new AssertionError("asks for " + change);
            },
            status -> {
              throw new AssertionError("shows " + status);
            },
            Command.AnswerOnly::text);
  }
}
