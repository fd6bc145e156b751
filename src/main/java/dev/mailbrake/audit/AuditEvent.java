package dev.mailbrake.audit;

/** What an audit row records. Kept in the database by name; names are never reused. */
public enum AuditEvent {
  ASKED,
  /** A command was refused. */
  REFUSED,
  REFUSED_CLICK,
  /** A second approval is needed. */
  FIRST_CONFIRMED,
  /** The first of two approvals no longer counts. */
  FIRST_FALLEN,
  CONFIRMED,
  CANCELLED,
  /** Nobody decided in time. */
  EXPIRED,
  /** The account or block that a request was about is gone. */
  VOID,
  /** A change is about to be sent to Zoho. */
  ATTEMPTED,
  /** How the change ended, or that Zoho accepted it but does not show it yet. */
  OUTCOME,
  /** A temporary block took effect. */
  TIMER_SET,
  /** A block is no longer temporary, and its mailbox was not unblocked. */
  TIMER_ENDED,
  /** An approver decided that a temporary block stays. */
  KEPT,
  /** A temporary block expired, and its automatic unblock is under way. */
  LIFTED,
  /** Zoho shows another status than the record: somebody used the console. */
  DRIFT,
  /** An approver's Slack profile shows a new mail address. */
  ADDRESS_CHANGED,
  EXPORTED
}
