package dev.mailbrake.command;

import dev.mailbrake.mailbox.Action;
import java.time.Duration;
import java.util.List;

/** What a slash command asks for. */
public sealed interface Command {
  /** The metric's word for it. */
  String kind();

  /** The audit log's word for it when it is refused; empty if it never is. */
  default String recorded() {
    return "";
  }

  /** Possibly empty. */
  default String reason() {
    return "";
  }

  /** Possibly empty. */
  default List<MailboxReference> mailboxes() {
    return List.of();
  }

  /**
   * Block or unblock mailboxes.
   *
   * @param mailboxes at least one, without duplicates
   * @param lasts zero for a block without an end
   * @param reason possibly empty, at most {@link CommandParser#LONGEST_REASON} characters
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

  /** Show the status of some mailboxes, or an overview if none is named. */
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

  /** Answer immediately with the usage or with what is wrong. */
  record AnswerOnly(String text) implements Command {
    @Override
    public String kind() {
      return "usage";
    }
  }
}
