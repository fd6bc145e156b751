package dev.mailbrake.request;

/** What an audit row records. Kept in the database by name; names are never reused. */
public enum AuditEvent {
  /** A request was stored. */
  ASKED,
  /** A command was refused. */
  REFUSED,
  /** A click was refused. */
  REFUSED_CLICK,
  /** An approver confirmed. */
  CONFIRMED,
  /** An approver cancelled. */
  CANCELLED,
  /** Nobody decided in time. */
  EXPIRED,
  /** The change is about to be sent. */
  ATTEMPTED,
  /** How the change ended, or that Zoho accepted it and does not show it yet. */
  OUTCOME
}
