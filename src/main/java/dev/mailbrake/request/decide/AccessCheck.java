package dev.mailbrake.request.decide;

import dev.mailbrake.audit.PersonName;
import dev.mailbrake.mailbox.Action;
import dev.mailbrake.mailbox.Mailbox;
import dev.mailbrake.mailbox.OutgoingStatus;
import dev.mailbrake.policy.Approvers;
import dev.mailbrake.policy.Approvers.ApproverStatus;
import dev.mailbrake.policy.Person;
import dev.mailbrake.policy.Policy;
import dev.mailbrake.policy.Question;
import dev.mailbrake.policy.Question.Target;
import dev.mailbrake.policy.Verdict;
import dev.mailbrake.policy.Verdict.Reason;
import dev.mailbrake.request.model.ChangeRequest;
import dev.mailbrake.request.model.Recipient;
import dev.mailbrake.request.port.People;
import dev.mailbrake.request.port.Transaction;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Checks every command, modal, click and look at the home tab: gathers the facts about the person
 * and asks the policy.
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
  public Actor meet(Recipient asking) {
    Person person = people.person(asking.who());
    ApproverStatus approverStatus = approvers.statusOf(person.id(), people::members);
    PersonName name = new PersonName(person.id(), person.name());
    return new Actor(asking.named(name), person, approverStatus);
  }

  /**
   * What speaks against requesting a change before its mailbox is looked up: nobody who may not
   * request it gets to use up the minute's calls to Zoho. {@link #mayAsk} decides.
   *
   * @param deadline until when the change could be decided
   */
  public Optional<Reason> objectionToAsk(Actor actor, String reason, Instant deadline) {
    return policy.mayChange(asked(actor, reason, deadline, Optional.empty())).refusal();
  }

  /** Whether somebody may request the change of a mailbox, and confirm it alone. */
  public Verdict mayAsk(Actor actor, String reason, Instant deadline, Target target) {
    return policy.mayChange(asked(actor, reason, deadline, Optional.of(target)));
  }

  /**
   * What speaks against this person's deciding a request, whatever its mailbox is like now: the
   * check before Zoho is asked. {@link #mayDecide} decides.
   */
  Optional<Reason> objectionToDecide(Actor actor, ChangeRequest request) {
    return policy.mayChange(clicked(actor, request, Optional.empty())).refusal();
  }

  /** Whether somebody may decide a request, and whether alone. */
  Verdict mayDecide(Actor actor, ChangeRequest request, Target target) {
    return policy.mayChange(clicked(actor, request, Optional.of(target)));
  }

  /**
   * What a change would do to a mailbox, as the record has it now. A temporary block of what is
   * blocked without an end unblocks it then, so only those who may unblock it alone may do that
   * alone.
   */
  public static Target target(
      Transaction tx, Action action, Mailbox mailbox, Duration lasts, Instant now) {
    boolean isBlocked =
        mailbox.outgoing() != OutgoingStatus.CAN_SEND
            || tx.effects().inForce(mailbox.id()).filter(ChangeRequest::isBlockInForce).isPresent();
    return new Target(
        action,
        mailbox,
        tx.effects().blockedSince(now.minus(HOUR), mailbox.id()),
        action == Action.UNBLOCK || (!lasts.isZero() && isBlocked));
  }

  public Optional<Reason> objectionToLook(Actor actor) {
    return policy.mayLook(asked(actor, "", Instant.MAX, Optional.empty())).refusal();
  }

  public Optional<Reason> objectionToHome(Actor actor) {
    return policy.mayOpenHome(asked(actor, "", Instant.MAX, Optional.empty())).refusal();
  }

  private Question asked(Actor actor, String reason, Instant deadline, Optional<Target> target) {
    return question(actor, actor.by().channel(), reason, deadline, target);
  }

  /** A button on the home tab is in no channel; what it decides was requested in one. */
  private Question clicked(Actor actor, ChangeRequest request, Optional<Target> target) {
    String channel = actor.by().channelOr(request.origin().channel());
    return question(actor, channel, request.terms().reason(), deadline(request), target);
  }

  /** What is decided has no deadline any longer, and an automatic unblock happens at its own. */
  private static Instant deadline(ChangeRequest request) {
    return request.state().isWaiting() && !request.isAutomaticUnblock()
        ? request.terms().deadline()
        : Instant.MAX;
  }

  private Question question(
      Actor actor, String channel, String reason, Instant deadline, Optional<Target> target) {
    return new Question(
        actor.person(), actor.approverStatus(), channel, reason, clock.instant(), deadline, target);
  }

  /**
   * Somebody as Slack describes them now.
   *
   * @param by what they did, with their name as Slack has it now
   */
  public record Actor(Recipient by, Person person, ApproverStatus approverStatus) {
    /** Whether Slack could not be asked, which says nothing about them. */
    public boolean isUnclear() {
      return person instanceof Person.Unreachable
          || approverStatus instanceof ApproverStatus.Unreadable;
    }
  }
}
