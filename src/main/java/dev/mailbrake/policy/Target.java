package dev.mailbrake.policy;

import dev.mailbrake.mailbox.Action;
import dev.mailbrake.mailbox.Mailbox;
import java.util.Optional;

/** What is to be changed. */
public sealed interface Target {

  /** Nobody has looked the mailbox up yet. */
  record Unseen() implements Target {}

  /**
   * The mailbox is known.
   *
   * @param action what is to be done to it
   * @param mailbox as Zoho described it
   * @param blockedLastHour how many other mailboxes were blocked within the last hour
   * @param allows whether outgoing mail flows in the end that does not now: at once, or because a
   *     block that has no end gets one
   */
  record Seen(Action action, Mailbox mailbox, int blockedLastHour, boolean allows)
      implements Target {
    /** A change that brings no other end than its own. */
    public Seen(Action action, Mailbox mailbox, int blockedLastHour) {
      this(action, mailbox, blockedLastHour, action == Action.UNBLOCK);
    }
  }

  /** The target if it is known. */
  default Optional<Seen> seen() {
    return this instanceof Seen known ? Optional.of(known) : Optional.empty();
  }
}
