package dev.mailbrake.request;

import dev.mailbrake.policy.Approvers;
import dev.mailbrake.policy.Person;
import dev.mailbrake.policy.Policy;
import dev.mailbrake.policy.Question;
import dev.mailbrake.policy.Reason;
import dev.mailbrake.policy.Standing;
import dev.mailbrake.policy.Target;
import dev.mailbrake.policy.Verdict;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * Where every command, form, click and look at the home tab is checked: gathers the facts about the
 * person, and puts them with those about the request before the policy.
 */
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

  /** Asks Slack who somebody is now, and whether they are an approver. Blocks meanwhile. */
  Visitor meet(Interaction interaction) {
    Person person = people.person(interaction.who());
    Standing standing = approvers.standingOf(person.id(), people::members);
    PersonName name = new PersonName(person.id(), person.name());
    return new Visitor(interaction.by(name), person, standing);
  }

  /**
   * Whether somebody may ask for a change whose mailbox is not looked up yet.
   *
   * @param deadline until when the change can be decided
   */
  Optional<Reason> objection(Visitor visitor, String reason, Instant deadline) {
    Circumstances asked = new Circumstances(visitor.by().channel(), reason, deadline);
    return verdict(visitor, asked, new Target.Unseen()).refusal();
  }

  /** Whether somebody may ask for the change of a mailbox, and confirm it alone. */
  Verdict mayAsk(Visitor visitor, String reason, Instant deadline, Target target) {
    return verdict(visitor, new Circumstances(visitor.by().channel(), reason, deadline), target);
  }

  /**
   * Whether somebody may decide a request.
   *
   * @param blockedLastHour how many other mailboxes were blocked within the last hour
   */
  Verdict mayDecide(Visitor visitor, ChangeRequest request, int blockedLastHour) {
    return verdict(
        visitor,
        new Circumstances(channel(visitor, request), request.asked().reason(), deadline(request)),
        new Target.Seen(request.action(), request.mailbox(), blockedLastHour));
  }

  /** What is decided has no deadline any more, and a timed block is lifted at its own. */
  private static Instant deadline(ChangeRequest request) {
    return request.state().isWaiting() && !request.isLift()
        ? request.asked().deadline()
        : Instant.MAX;
  }

  /** A button on the home tab is in no channel; what it decides was asked for in one. */
  private static String channel(Visitor visitor, ChangeRequest request) {
    return visitor.by().channelOr(request.asked().channel());
  }

  /** Whether somebody may see a mailbox's status. */
  Optional<Reason> objectionToLook(Visitor visitor) {
    return policy
        .mayLook(question(visitor, Circumstances.none(visitor), new Target.Unseen()))
        .refusal();
  }

  /** Whether somebody may see the home tab with what is on it. */
  Optional<Reason> objectionToHome(Visitor visitor) {
    return policy
        .mayOpenHome(question(visitor, Circumstances.none(visitor), new Target.Unseen()))
        .refusal();
  }

  private Verdict verdict(Visitor visitor, Circumstances asked, Target target) {
    return policy.mayChange(question(visitor, asked, target));
  }

  private Question question(Visitor visitor, Circumstances asked, Target target) {
    return new Question(
        visitor.person(),
        visitor.standing(),
        asked.channel(),
        asked.reason(),
        clock.instant(),
        asked.deadline(),
        target);
  }

  /** What of the question does not depend on the person. */
  private record Circumstances(String channel, String reason, Instant deadline) {
    static Circumstances none(Visitor visitor) {
      return new Circumstances(visitor.by().channel(), "", Instant.MAX);
    }
  }

  /**
   * Somebody as Slack describes them now.
   *
   * @param by what they did, with their name as Slack has it now
   */
  record Visitor(Interaction by, Person person, Standing standing) {
    /** Whether Slack could not be asked, so that nothing can be said of them. */
    boolean isUnclear() {
      return person instanceof Person.Unreachable || standing instanceof Standing.Unreadable;
    }
  }
}
