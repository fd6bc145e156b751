package dev.mailbrake.request.decide;

import dev.mailbrake.audit.PersonName;
import dev.mailbrake.mailbox.Action;
import dev.mailbrake.mailbox.Mailbox;
import dev.mailbrake.mailbox.OutgoingStatus;
import dev.mailbrake.policy.ApproverStatus;
import dev.mailbrake.policy.Approvers;
import dev.mailbrake.policy.Person;
import dev.mailbrake.policy.Policy;
import dev.mailbrake.policy.Question;
import dev.mailbrake.policy.Reason;
import dev.mailbrake.policy.Target;
import dev.mailbrake.policy.Verdict;
import dev.mailbrake.request.model.ChangeRequest;
import dev.mailbrake.request.model.Interaction;
import dev.mailbrake.request.port.People;
import dev.mailbrake.request.port.Transaction;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Where every command, form, click and look at the home tab is checked: gathers the facts about the
 * person, and puts them with those about the request before the policy.
 */
public final class AccessCheck {
  private static final Duration HOUR = Duration.ofHours(1);

  private final People people;
  private final Approvers approvers;
  private final Policy policy;
  private final Clock clock;

  public AccessCheck(People people, Approvers approvers, Policy policy, Clock clock) {
    this.people = people;
    this.approvers = approvers;
    this.policy = policy;
    this.clock = clock;
  }

  /** Asks Slack who somebody is now, and whether they are an approver. Blocks meanwhile. */
  public Actor meet(Interaction interaction) {
    Person person = people.person(interaction.who());
    ApproverStatus approverStatus = approvers.statusOf(person.id(), people::members);
    PersonName name = new PersonName(person.id(), person.name());
    return new Actor(interaction.by(name), person, approverStatus);
  }

  /**
   * Whether somebody may ask for a change whose mailbox is not looked up yet.
   *
   * @param deadline until when the change can be decided
   */
  public Optional<Reason> objection(Actor actor, String reason, Instant deadline) {
    Circumstances asked = new Circumstances(actor.by().channel(), reason, deadline);
    return verdict(actor, asked, new Target.Unseen()).refusal();
  }

  /** Whether somebody may ask for the change of a mailbox, and confirm it alone. */
  public Verdict mayAsk(Actor actor, String reason, Instant deadline, Target target) {
    return verdict(actor, new Circumstances(actor.by().channel(), reason, deadline), target);
  }

  /**
   * Whether somebody may decide a request.
   *
   * @param target what it would change; unseen where it is only the person that matters
   */
  Verdict mayDecide(Actor actor, ChangeRequest request, Target target) {
    return verdict(
        actor,
        new Circumstances(channel(actor, request), request.terms().reason(), deadline(request)),
        target);
  }

  /**
   * What a change would do to a mailbox, as the record has it now. To block for a time what is
   * blocked without an end is to allow it then: whoever may not allow it alone may not do that.
   */
  public static Target target(
      Transaction tx, Action action, Mailbox mailbox, Duration lasts, Instant now) {
    boolean isBlocked =
        mailbox.outgoing() != OutgoingStatus.CAN_SEND
            || tx.effects().inForce(mailbox.id()).filter(ChangeRequest::isBlockInForce).isPresent();
    return new Target.Seen(
        action,
        mailbox,
        tx.effects().blockedSince(now.minus(HOUR), mailbox.id()),
        action == Action.UNBLOCK || (!lasts.isZero() && isBlocked));
  }

  /** What is decided has no deadline any more, and a timed block is lifted at its own. */
  private static Instant deadline(ChangeRequest request) {
    return request.state().isWaiting() && !request.isAutomaticUnblock()
        ? request.terms().deadline()
        : Instant.MAX;
  }

  /** A button on the home tab is in no channel; what it decides was asked for in one. */
  private static String channel(Actor actor, ChangeRequest request) {
    return actor.by().channelOr(request.origin().channel());
  }

  /** Whether somebody may see a mailbox's status. */
  public Optional<Reason> objectionToLook(Actor actor) {
    return policy
        .mayLook(question(actor, Circumstances.none(actor), new Target.Unseen()))
        .refusal();
  }

  /** Whether somebody may see the home tab with what is on it. */
  public Optional<Reason> objectionToHome(Actor actor) {
    return policy
        .mayOpenHome(question(actor, Circumstances.none(actor), new Target.Unseen()))
        .refusal();
  }

  private Verdict verdict(Actor actor, Circumstances asked, Target target) {
    return policy.mayChange(question(actor, asked, target));
  }

  private Question question(Actor actor, Circumstances asked, Target target) {
    return new Question(
        actor.person(),
        actor.approverStatus(),
        asked.channel(),
        asked.reason(),
        clock.instant(),
        asked.deadline(),
        target);
  }

  /** What of the question does not depend on the person. */
  private record Circumstances(String channel, String reason, Instant deadline) {
    static Circumstances none(Actor actor) {
      return new Circumstances(actor.by().channel(), "", Instant.MAX);
    }
  }

  /**
   * Somebody as Slack describes them now.
   *
   * @param by what they did, with their name as Slack has it now
   */
  public record Actor(Interaction by, Person person, ApproverStatus approverStatus) {
    /** Whether Slack could not be asked, so that nothing can be said of them. */
    public boolean isUnclear() {
      return person instanceof Person.Unreachable
          || approverStatus instanceof ApproverStatus.Unreadable;
    }
  }
}
