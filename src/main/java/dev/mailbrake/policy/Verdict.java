package dev.mailbrake.policy;

import java.util.Optional;

/** The policy's answer, which explains itself. */
public sealed interface Verdict {

  /** The person may, alone. */
  record Allowed() implements Verdict {}

  /** The person may, once another approver agrees. */
  record NeedsSecond(Reason reason) implements Verdict {}

  /** The person may not. */
  record Refused(Reason reason) implements Verdict {}

  /** Why the person may not; empty if they may, alone or with another. */
  default Optional<Reason> refusal() {
    return this instanceof Refused refused ? Optional.of(refused.reason()) : Optional.empty();
  }

  /** Why a second approval is needed; empty if none is. */
  default Optional<Reason> needsSecond() {
    return this instanceof NeedsSecond needs ? Optional.of(needs.reason()) : Optional.empty();
  }

  /**
   * Why a verdict is what it is. The person's message, the audit row and the metric all use this.
   *
   * @param rule the rule's name, stable, lower case with hyphens
   * @param sentence for the person, with its full stop
   */
  public record Reason(String rule, String sentence) {}
}
