package dev.mailbrake.command;

import dev.mailbrake.mailbox.Action;
import java.time.Duration;
import java.util.List;

/** What a person asks for by a slash command. */
public sealed interface Command {

  /**
   * Block or allow the outgoing mail of mailboxes.
   *
   * @param mailboxes at least one, each once
   * @param lasts how long a block lasts; zero for until somebody allows it
   * @param reason as typed, possibly empty, at most {@link CommandParser#LONGEST_REASON} characters
   */
  record ChangeOutgoing(
      Action action, List<MailboxReference> mailboxes, Duration lasts, String reason)
      implements Command {
    public ChangeOutgoing {
      mailboxes = List.copyOf(mailboxes);
    }

    @Override
    public <T> T fold(Cases<T> cases) {
      return cases.change(this);
    }
  }

  /** Show the outgoing status of mailboxes, at least one. */
  record ShowStatus(List<MailboxReference> mailboxes) implements Command {
    public ShowStatus {
      mailboxes = List.copyOf(mailboxes);
    }

    @Override
    public <T> T fold(Cases<T> cases) {
      return cases.status(this);
    }
  }

  /** Show what Mailbrake keeps blocked. */
  record ShowOverview() implements Command {
    @Override
    public <T> T fold(Cases<T> cases) {
      return cases.overview(this);
    }
  }

  /** Open the form in which a change is asked for. */
  record OpenForm(Action action) implements Command {
    @Override
    public <T> T fold(Cases<T> cases) {
      return cases.form(this);
    }
  }

  /** Nothing to do but answer at once: the usage, or what is wrong with the words. */
  record AnswerOnly(String text) implements Command {
    @Override
    public <T> T fold(Cases<T> cases) {
      return cases.answer(this);
    }
  }

  /** Continues with whichever it is. */
  <T> T fold(Cases<T> cases);

  /** What follows from each of them. */
  interface Cases<T> {
    T change(ChangeOutgoing change);

    T status(ShowStatus status);

    T overview(ShowOverview overview);

    T form(OpenForm form);

    T answer(AnswerOnly answer);
  }
}
