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

  /** Why the person may not go on alone; empty if they may. */
  default Optional<Reason> objection() {
    if (this instanceof Refused refused) {
      return Optional.of(refused.reason());
    }
    return this instanceof NeedsAnother needs ? Optional.of(needs.reason()) : Optional.empty();
  }
}
