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

/** Gathers the facts about whoever commands, clicks or opens the home tab, and asks the policy. */
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

  /** Asks Slack who somebody is and whether they are an approver. Blocks meanwhile. */
  public Actor identify(Recipient asking) {
    Person person = people.person(asking.who());
    ApproverStatus approverStatus = approvers.statusOf(person.id(), people::members);
    PersonName name = new PersonName(person.id(), person.name());
    return new Actor(asking.named(name), person, approverStatus);
  }

  /**
   * Whether somebody may request a change, and confirm it alone. The check without a target keeps
   * those who may not request one from using up the minute's calls to Zoho.
   */
  public Verdict mayAsk(Actor actor, String reason, Instant deadline, Optional<Target> target) {
    return policy.mayChange(question(actor, actor.by().channel(), reason, deadline, target));
  }

  /**
   * Like {@link #mayAsk}, for a decision; in place of the home tab, the request's channel counts.
   */
  Verdict mayDecide(Actor actor, ChangeRequest request, Optional<Target> target) {
    String channel = actor.by().channelOr(request.origin().channel());
    return policy.mayChange(
        question(actor, channel, request.terms().reason(), deadline(request), target));
  }

  /**
   * As recorded now. A temporary block of a blocked mailbox unblocks it when it expires, so it
   * needs as many approvers as an unblock.
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
    return policy.mayLook(question(actor)).refusal();
  }

  public Optional<Reason> objectionToHome(Actor actor) {
    return policy.mayOpenHome(question(actor)).refusal();
  }

  private Question question(Actor actor) {
    return question(actor, actor.by().channel(), "", Instant.MAX, Optional.empty());
  }

  /** A decided request no longer has a deadline, and an automatic unblock happens at its own. */
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

  /** A person as Slack describes them now; {@code by} has their current name. */
  public record Actor(Recipient by, Person person, ApproverStatus approverStatus) {
    /** Whether Slack could not be asked, which says nothing about the person. */
    public boolean isUnclear() {
      return person instanceof Person.Unreachable
          || approverStatus instanceof ApproverStatus.Unreadable;
    }
  }
}
