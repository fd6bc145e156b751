package dev.mailbrake.mailbox;

/** How soon a request to the mail system has to go out, the most urgent first. */
public enum Urgency {
  /** Part of a change that an approver confirmed. */
  CHANGE,
  /** A person waits for the answer. */
  LOOKUP,
  /** Nobody waits. */
  BACKGROUND
}
