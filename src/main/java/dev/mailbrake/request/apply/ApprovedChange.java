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
   * Less than the silence after which a dead process loses its jobs. A process that was suspended
   * (SIGSTOP, a sleeping machine) may have lost this one, and its late write could undo what was
   * confirmed since.
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

  /** Too old to send; also after the clock was set back, because then nobody knows the age. */
  public boolean isOverdue(Instant now) {
    Instant attempted = request.progress().at();
    return now.isAfter(attempted.plus(GOOD_FOR)) || now.isBefore(attempted);
  }

  public Action action() {
    return request.action();
  }
}
