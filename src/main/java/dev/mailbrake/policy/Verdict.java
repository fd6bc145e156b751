package dev.mailbrake.policy;

import java.util.Optional;

/** The policy's answer, which explains itself. */
public sealed interface Verdict {

  /** The person may, alone. */
  record Allowed() implements Verdict {}

  /** The person may, once another approver agrees. */
  record NeedsAnother(Reason reason) implements Verdict {}

  /** The person may not. */
  record Refused(Reason reason) implements Verdict {}

  /** Why the person may not; empty if they may, be it together with another. */
  default Optional<Reason> refusal() {
    return this instanceof Refused refused ? Optional.of(refused.reason()) : Optional.empty();
  }

  /** Why another approver is needed; empty if none is. */
  default Optional<Reason> another() {
    return this instanceof NeedsAnother needs ? Optional.of(needs.reason()) : Optional.empty();
  }
}
