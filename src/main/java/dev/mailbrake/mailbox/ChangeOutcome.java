package dev.mailbrake.mailbox;

/** What became of one attempt to change a mailbox's outgoing status. */
public sealed interface ChangeOutcome {

  /** The other side took the change; whether it shows is a matter of reading it back. */
  record Accepted() implements ChangeOutcome {}

  /** Nothing was sent, because this is a dry run. */
  record DryRun() implements ChangeOutcome {}

  /** It was refused, or its fate is not known. */
  record Failed(Failure failure) implements ChangeOutcome {}
}
