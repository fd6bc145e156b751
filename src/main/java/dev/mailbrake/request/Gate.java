package dev.mailbrake.request;

import dev.mailbrake.mailbox.Action;
import dev.mailbrake.mailbox.Mailbox;
import dev.mailbrake.mailbox.OutgoingStatus;
import dev.mailbrake.policy.Approvers;
import dev.mailbrake.policy.Person;
import dev.mailbrake.policy.Policy;
import dev.mailbrake.policy.Question;
import dev.mailbrake.policy.Reason;
import dev.mailbrake.policy.Standing;
import dev.mailbrake.policy.Target;
import dev.mailbrake.policy.Verdict;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Where every command, form, click and look at the home tab is checked: gathers the facts about the
 * person, and puts them with those about the request before the policy.
 */
public final class Gate {
  private static final Duration HOUR = Duration.ofHours(1);

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
   * @param target what it would change; unseen where it is only the person that matters
   */
  Verdict mayDecide(Visitor visitor, ChangeRequest request, Target target) {
    return verdict(
        visitor,
        new Circumstances(channel(visitor, request), request.asked().reason(), deadline(request)),
        target);
  }

  /**
   * What a change would do to a mailbox, as the record has it now. To block for a time what is
   * blocked without an end is to allow it then: whoever may not allow it alone may not do that.
   */
  static Target target(
      Ledger.Entry entry, Action action, Mailbox mailbox, Duration lasts, Instant now) {
    boolean isBlocked =
        mailbox.outgoing() != OutgoingStatus.ALLOWED
            || entry
                .effects()
                .inForce(mailbox.id())
                .filter(ChangeRequest::isBlockInForce)
                .isPresent();
    return new Target.Seen(
        action,
        mailbox,
        entry.effects().blockedSince(now.minus(HOUR), mailbox.id()),
        action == Action.ALLOW || (!lasts.isZero() && isBlocked));
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
