package dev.mailbrake.command;

import dev.mailbrake.mailbox.Action;
import java.time.Duration;
import java.util.List;

/** What a person asks for by a slash command. */
public sealed interface Command {
  /** The word by which commands are counted. */
  String kind();

  /** What the audit log calls it where it is refused; empty for what is never refused. */
  default String recorded() {
    return "";
  }

  /** The reason given, possibly empty. */
  default String reason() {
    return "";
  }

  /** The mailboxes that are named, possibly none. */
  default List<MailboxReference> mailboxes() {
    return List.of();
  }

  /**
   * Block or unblock mailboxes.
   *
   * @param mailboxes at least one, each once
   * @param lasts how long a block lasts; zero for one without an end
   * @param reason as typed, possibly empty, at most {@link CommandParser#LONGEST_REASON} characters
   */
  record ChangeOutgoing(
      Action action, List<MailboxReference> mailboxes, Duration lasts, String reason)
      implements Command {
    public ChangeOutgoing {
      mailboxes = List.copyOf(mailboxes);
    }

    @Override
    public String kind() {
      return "change";
    }

    @Override
    public String recorded() {
      return action.recorded();
    }
  }

  /** Show something about mailboxes, or about all of them, and change nothing. */
  record Look(Verb verb, List<MailboxReference> mailboxes) implements Command {
    public Look {
      mailboxes = List.copyOf(mailboxes);
    }

    @Override
    public String recorded() {
      return verb.name();
    }

    @Override
    public String kind() {
      return mailboxes.isEmpty() ? "overview" : "status";
    }
  }

  /** Open the modal in which a change is requested. */
  record ShowModal(Action action) implements Command {
    @Override
    public String kind() {
      return "form";
    }
  }

  /** Only answer at once: the usage, or what is wrong with the words. */
  record AnswerOnly(String text) implements Command {
    @Override
    public String kind() {
      return "usage";
    }
  }
}
