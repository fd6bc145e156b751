package dev.mailbrake.request.model;

import dev.mailbrake.mailbox.Recorded;
import java.time.Duration;
import java.time.Instant;

/** What people are called for in a card's thread: each matter once, however many mailboxes. */
public enum Matter implements Recorded {
  /** A change was not made. */
  FAILED,
  /** A change is not done two minutes after it was confirmed. */
  LATE,
  /** A mailbox was unblocked outside Mailbrake. */
  DRIFTED,
  /** A second approver is needed, which nobody knew when the card was posted. */
  SECOND_NEEDED,
  /** Half the time for a second approval has passed. */
  HALF_TIME;

  /** How long a change may take before it is late. */
  public static final Duration PATIENCE = Duration.ofMinutes(2);

  /** Whether there is something to say about that request now. */
  public boolean concerns(ChangeRequest request, Instant now) {
    boolean needsSecond = request.state().isWaiting() && request.approvals().needsTwo();
    return switch (this) {
      case FAILED ->
          request.state() == RequestState.FAILED
              || (request.state() == RequestState.UNVERIFIED
                  && request.progress().note().isEmpty());
      case LATE ->
          request.state() == RequestState.CONFIRMED
              && !now.isBefore(request.decision().at().plus(PATIENCE));
      case DRIFTED -> request.isBlockInForce() && request.effect().drifted();
      case SECOND_NEEDED -> needsSecond;
      case HALF_TIME -> needsSecond && !request.isAutomaticUnblock();
    };
  }

  /** Whether it calls those who may approve, and not the requester and who confirmed. */
  public boolean isForApprovers() {
    return this == SECOND_NEEDED || this == HALF_TIME;
  }
}
