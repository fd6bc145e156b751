package dev.mailbrake.command;

import dev.mailbrake.mailbox.Action;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The table of slash commands, which the parser reads and usage, README and manifest print. */
public enum Verb {
  BLOCK(
      "/mail-block",
      "MAILBOX… [for DURATION] [REASON]",
      "request a block (without arguments: opens a form)",
      "/mail-block rebecca@zylker.com sends phishing, ticket 4711"),
  UNBLOCK(
      "/mail-unblock",
      "MAILBOX… [REASON]",
      "request an unblock (without arguments: opens a form)",
      "/mail-unblock rebecca@zylker.com password reset, sessions ended"),
  STATUS(
      "/mail-status",
      "[MAILBOX…]",
      "show whether mailboxes can send (without arguments: what Mailbrake keeps blocked)",
      "/mail-status rebecca@zylker.com paula@zylker.com");

  private static final String WORDS =
      """
      MAILBOX is an email address or a mention (@name). For several, write blanks, commas or "and" between them.
      DURATION is 30m, 4h, 2d, 1w, 1h30m or 4 hours. It can also stand at the very end.
      REASON is the rest of the line. It is visible to everyone in the channel.\
      """;

  private final String command;
  private final String arguments;
  private final String purpose;
  private final String example;

  Verb(String command, String arguments, String purpose, String example) {
    this.command = command;
    this.arguments = arguments;
    this.purpose = purpose;
    this.example = example;
  }

  /** With its slash. */
  public String command() {
    return command;
  }

  public String arguments() {
    return arguments;
  }

  /** What the command does, for lists. */
  public String purpose() {
    return purpose;
  }

  /** A line that a person could type. */
  public String example() {
    return example;
  }

  public String usage() {
    return syntax() + "\nFor example: " + example;
  }

  public String help() {
    String others =
        Stream.of(values())
            .filter(verb -> verb != this)
            .map(Verb::syntax)
            .collect(Collectors.joining("\n"));
    return usage() + "\n\n" + others + "\n\n" + WORDS;
  }

  private String syntax() {
    return command + " " + arguments + " – " + purpose;
  }

  /** Empty for a command that changes nothing. */
  public Optional<Action> action() {
    return switch (this) {
      case BLOCK -> Optional.of(Action.BLOCK);
      case UNBLOCK -> Optional.of(Action.UNBLOCK);
      case STATUS -> Optional.empty();
    };
  }
}
