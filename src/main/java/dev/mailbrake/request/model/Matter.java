package dev.mailbrake.request.model;

import dev.mailbrake.mailbox.Recorded;

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
  HALF_TIME
}
