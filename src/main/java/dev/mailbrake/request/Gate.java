package dev.mailbrake.request;

import dev.mailbrake.policy.Approvers;
import dev.mailbrake.policy.Person;
import dev.mailbrake.policy.Policy;
import dev.mailbrake.policy.Question;
import dev.mailbrake.policy.Reason;
import dev.mailbrake.policy.Standing;
import dev.mailbrake.policy.Verdict;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** Where every command and every click is checked: gathers the facts and asks the policy. */
public final class Gate {
  private final People people;
  private final Approvers approvers;
  private final Policy policy;
  private final Clock clock;

  public Gate(People people, Approvers approvers, Policy policy, Clock clock) {
    this.people = people;
    this.approvers = approvers;
    this.policy = policy;
    this.clock = clock;
  }

  /**
   * Checks who wants to ask for, confirm or cancel a change.
   *
   * @param reason the reason of the change
   * @param deadline until when the change can be decided
   */
  Checked toChange(Interaction interaction, String reason, Instant deadline) {
    return check(interaction, reason, deadline, policy::mayChange);
  }

  /** Checks who wants to see a mailbox's status. */
  Checked toLook(Interaction interaction) {
    return check(interaction, "", Instant.MAX, policy::mayLook);
  }

  private Checked check(
      Interaction interaction, String reason, Instant deadline, Function<Question, Verdict> rule) {
    Person person = people.person(interaction.who());
    Standing standing = approvers.standingOf(person.id(), people::members);
    Verdict verdict =
        rule.apply(
            new Question(
                person, standing, interaction.channel(), reason, clock.instant(), deadline));
    return new Checked(
        interaction.by(new PersonName(person.id(), person.name())), verdict.objection());
  }

  /**
   * The answer of the gate.
   *
   * @param by the interaction, with the person's name as Slack has it now
   * @param objection why the person may not; empty if they may
   */
  record Checked(Interaction by, Optional<Reason> objection) {}
}
