package dev.mailbrake.policy;

import java.util.Optional;

/** The policy's answer, with its reason. */
public sealed interface Verdict {

  record Allowed() implements Verdict {}

  /** Allowed once another approver agrees. */
  record NeedsSecond(Reason reason) implements Verdict {}

  record Refused(Reason reason) implements Verdict {}

  /** Empty if the person may, alone or with another approver. */
  default Optional<Reason> refusal() {
    return this instanceof Refused refused ? Optional.of(refused.reason()) : Optional.empty();
  }

  default Optional<Reason> needsSecond() {
    return this instanceof NeedsSecond needs ? Optional.of(needs.reason()) : Optional.empty();
  }

  /**
   * The reason for a verdict, which the person's message, the audit row and the metric share.
   *
   * @param rule the rule's stable name, lower case with hyphens
   * @param sentence for the person, with its period
   */
  public record Reason(String rule, String sentence) {}
}
