package dev.mailbrake.mailbox;

/** Why Zoho is called, the most urgent first. */
public enum Urgency {
  /** An approver confirmed a change. */
  CHANGE,
  /** Somebody is waiting for the answer. */
  LOOKUP,
  /** Nobody is waiting. */
  BACKGROUND
}
