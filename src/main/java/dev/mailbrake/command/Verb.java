package dev.mailbrake.command;

import dev.mailbrake.mailbox.Action;
import java.util.Optional;

/** The table of slash commands: what the parser reads, and what usage and manifest print. */
public enum Verb {
  BLOCK(
      "/mail-block",
      "MAILBOX… [for DURATION] [REASON]",
      "asks to block the outgoing mail of each mailbox; alone: a form",
      "/mail-block rebecca@zylker.com sends phishing, ticket 4711"),
  UNBLOCK(
      "/mail-unblock",
      "MAILBOX… [REASON]",
      "asks to allow it again; alone: a form",
      "/mail-unblock rebecca@zylker.com password reset, sessions ended"),
  STATUS(
      "/mail-status",
      "[MAILBOX…]",
      "shows each mailbox's outgoing status as Zoho has it now; alone: what Mailbrake keeps blocked",
      "/mail-status rebecca@zylker.com paula@zylker.com");

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

  /** The command with its slash. */
  public String command() {
    return command;
  }

  /** The form of what follows the command. */
  public String arguments() {
    return arguments;
  }

  /** What the command does, to complete "This command …". */
  public String purpose() {
    return purpose;
  }

  /** One line that a person could type. */
  public String example() {
    return example;
  }

  /** What a change command does to a mailbox; empty for a command that only looks. */
  public Optional<Action> action() {
    return switch (this) {
      case BLOCK -> Optional.of(Action.BLOCK);
      case UNBLOCK -> Optional.of(Action.UNBLOCK);
      case STATUS -> Optional.empty();
    };
  }
}
