package dev.mailbrake.request;

import dev.mailbrake.mailbox.Action;
import dev.mailbrake.mailbox.MailboxId;

/**
 * A change that an approver confirmed and the record holds. Only this package can make one, so that
 * nothing else can write to a mailbox.
 */
public final class ApprovedChange {
  private final ChangeRequest request;

  ApprovedChange(ChangeRequest request) {
    if (request.state() != RequestState.CONFIRMED || !request.progress().mayHaveTakenEffect()) {
      throw new IllegalStateException("request " + request.id() + " is not confirmed and recorded");
    }
    this.request = request;
  }

  /** The mailbox to change. */
  public MailboxId mailbox() {
    return request.mailbox().id();
  }

  /** What to do to it. */
  public Action action() {
    return request.action();
  }
}
