package dev.mailbrake.command;

import dev.mailbrake.mailbox.Action;
import java.util.List;
import java.util.function.Function;

/** What a person asks for by a slash command. */
public sealed interface Command {

  /**
   * Block or allow the outgoing mail of mailboxes.
   *
   * @param mailboxes at least one, each once
   * @param reason as typed, possibly empty, at most {@link CommandParser#LONGEST_REASON} characters
   */
  record ChangeOutgoing(Action action, List<MailboxReference> mailboxes, String reason)
      implements Command {
    public ChangeOutgoing {
      mailboxes = List.copyOf(mailboxes);
    }
  }

  /** Show the outgoing status of mailboxes, at least one. */
  record ShowStatus(List<MailboxReference> mailboxes) implements Command {
    public ShowStatus {
      mailboxes = List.copyOf(mailboxes);
    }
  }

  /** Nothing to do but answer at once: the usage, or what is wrong with the words. */
  record AnswerOnly(String text) implements Command {}

  /** Continues with whichever it is. */
  default <T> T fold(
      Function<ChangeOutgoing, T> change,
      Function<ShowStatus, T> status,
      Function<AnswerOnly, T> answer) {
    if (this instanceof ChangeOutgoing asked) {
      return change.apply(asked);
    }
    return this instanceof ShowStatus asked ? status.apply(asked) : answer.apply((AnswerOnly) this);
  }
}
