package dev.mailbrake.audit;

/** What an audit row records. Kept in the database by name; names are never reused. */
public enum AuditEvent {
  /** A request was stored. */
  ASKED,
  /** A command was refused. */
  REFUSED,
  /** A click was refused. */
  REFUSED_CLICK,
  /** An approver confirmed, and another one is needed. */
  FIRST_CONFIRMED,
  /** The first of two confirmations does not count any more. */
  FIRST_FALLEN,
  /** An approver confirmed, where needed as the second. */
  CONFIRMED,
  /** An approver cancelled. */
  CANCELLED,
  /** Nobody decided in time. */
  EXPIRED,
  /** The account or the block that a request was about is not there any more. */
  VOID,
  /** The change is about to be sent. */
  ATTEMPTED,
  /** How the change ended, or that Zoho accepted it and does not show it yet. */
  OUTCOME,
  /** A block took effect that ends by itself. */
  TIMER_SET,
  /** A block does not end by itself any more, without having been lifted. */
  TIMER_ENDED,
  /** An approver decided that a timed block stays. */
  KEPT,
  /** The time of a block is up, and its end is owed. */
  LIFTED,
  /** Zoho shows a mailbox in another status than the record: somebody used the console. */
  DRIFT,
  /** An approver's Slack profile shows another mail address than it did before. */
  ADDRESS_CHANGED,
  /** Somebody exported rows of this log at the command line. */
  EXPORTED
}
