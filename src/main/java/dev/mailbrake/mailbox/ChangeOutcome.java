package dev.mailbrake.mailbox;

/** The outcome of one attempt to change a mailbox's outgoing status. */
public sealed interface ChangeOutcome {

  /** The other side accepted the change; reading it back shows whether it took effect. */
  record Accepted() implements ChangeOutcome {}

  /** Nothing was sent, because this is a dry run. */
  record DryRun() implements ChangeOutcome {}

  /** It was refused, or nobody knows whether it took effect. */
  record Failed(Failure failure) implements ChangeOutcome {}
}
