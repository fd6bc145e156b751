package dev.mailbrake.audit;

/** What an audit row records. Kept in the database by name; names are never reused. */
public enum AuditEvent {
  /** A request was stored. */
  ASKED,
  /** A command was refused. */
  REFUSED,
  /** A click was refused. */
  REFUSED_CLICK,
  /** An approver confirmed, and a second approval is needed. */
  FIRST_CONFIRMED,
  /** The first of two approvals no longer counts. */
  FIRST_FALLEN,
  /** An approver confirmed, as the second one where two are needed. */
  CONFIRMED,
  /** An approver cancelled. */
  CANCELLED,
  /** Nobody decided in time. */
  EXPIRED,
  /** The account or the block that a request was about is gone. */
  VOID,
  /** A change is about to be sent. */
  ATTEMPTED,
  /** How the change ended, or that Zoho accepted it and does not show it yet. */
  OUTCOME,
  /** A temporary block took effect. */
  TIMER_SET,
  /** A block is no longer temporary, and its mailbox was not unblocked. */
  TIMER_ENDED,
  /** An approver decided that a temporary block stays. */
  KEPT,
  /** A temporary block has expired; its automatic unblock is under way. */
  LIFTED,
  /** Zoho shows a mailbox in another status than the record: somebody used the console. */
  DRIFT,
  /** An approver's Slack profile shows another mail address than it did before. */
  ADDRESS_CHANGED,
  /** Somebody exported rows of this log at the command line. */
  EXPORTED
}
