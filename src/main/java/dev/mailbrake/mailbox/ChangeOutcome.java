package dev.mailbrake.mailbox;

/** The outcome of one attempt to set a mailbox's outgoing status. */
public sealed interface ChangeOutcome {

  /** Zoho accepted the change; reading the mailbox again shows whether it took effect. */
  record Accepted() implements ChangeOutcome {}

  record DryRun() implements ChangeOutcome {}

  /** Zoho refused it, or nobody knows whether it took effect. */
  record Failed(Failure failure) implements ChangeOutcome {}
}
