package dev.mailbrake.request.apply;

import dev.mailbrake.mailbox.Action;
import dev.mailbrake.mailbox.MailboxId;
import dev.mailbrake.request.model.ChangeRequest;
import dev.mailbrake.request.model.RequestState;
import java.time.Duration;
import java.time.Instant;

/**
 * A change that an approver confirmed and the record holds. Only this package can make one, so
 * nothing else can write to a mailbox.
 */
public final class ApprovedChange {
  /**
   * Less than the silence after which the jobs of a dead process are taken over. A process that
   * stood still for so long (SIGSTOP, a suspended machine) may no longer be the one that applies
   * the change, and a late write could undo what was confirmed since.
   */
  private static final Duration GOOD_FOR = Duration.ofSeconds(7);

  private final ChangeRequest request;

  public ApprovedChange(ChangeRequest request) {
    if (request.state() != RequestState.CONFIRMED || !request.progress().mayHaveTakenEffect()) {
      throw new IllegalStateException("request " + request.id() + " is not confirmed and recorded");
    }
    this.request = request;
  }

  public MailboxId mailbox() {
    return request.mailbox().id();
  }

  /**
   * Whether the attempt was recorded so long ago that it must not be sent any longer. After a clock
   * was set back, nobody knows how long ago that is.
   */
  public boolean isOverdue(Instant now) {
    Instant attempted = request.progress().at();
    return now.isAfter(attempted.plus(GOOD_FOR)) || now.isBefore(attempted);
  }

  public Action action() {
    return request.action();
  }
}
