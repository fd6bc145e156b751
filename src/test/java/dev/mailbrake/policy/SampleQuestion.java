package dev.mailbrake.policy;

import dev.mailbrake.mailbox.MailAddress;
import dev.mailbrake.policy.Approvers.ApproverStatus;
import dev.mailbrake.policy.Person.Membership;
import dev.mailbrake.policy.Question.Target;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The facts of a question; by default those of an approver who may do everything. */
record SampleQuestion(
    Person person,
    ApproverStatus approverStatus,
    String channel,
    String reason,
    Instant now,
    Optional<Target> target) {
  static final Instant DEADLINE = Instant.parse("2026-11-23T12:10:00Z");
  static final String CHANNEL = "C0MAILSEC1";
  private static final String ID = "U0ADA00001";

  /** A policy under which only the twenty-first block within an hour needs a second approver. */
  static Policy policy(Set<String> channels, Optional<ReasonPattern> form) {
    return new Policy(channels, form, new SecondApproval(Set.of(), 20, Set.of()));
  }

  static SampleQuestion ofAnApprover() {
    return new SampleQuestion(
        member(Membership.FULL),
        new ApproverStatus.Approver(),
        CHANNEL,
        "INC-4711 phishing",
        DEADLINE.minusSeconds(600),
        Optional.empty());
  }

  SampleQuestion with(Membership membership) {
    return new SampleQuestion(member(membership), approverStatus, channel, reason, now, target);
  }

  SampleQuestion withAnUnreachablePerson() {
    return new SampleQuestion(
        new Person.Unreachable(ID, "ada", "Slack did not answer"),
        approverStatus,
        channel,
        reason,
        now,
        target);
  }

  SampleQuestion with(ApproverStatus other) {
    return new SampleQuestion(person, other, channel, reason, now, target);
  }

  SampleQuestion in(String otherChannel) {
    return new SampleQuestion(person, approverStatus, otherChannel, reason, now, target);
  }

  SampleQuestion because(String otherReason) {
    return new SampleQuestion(person, approverStatus, channel, otherReason, now, target);
  }

  SampleQuestion at(Instant moment) {
    return new SampleQuestion(person, approverStatus, channel, reason, moment, target);
  }

  SampleQuestion with(Target seen) {
    return about(Optional.of(seen));
  }

  SampleQuestion about(Optional<Target> other) {
    return new SampleQuestion(person, approverStatus, channel, reason, now, other);
  }

  /** The same person with another address in their profile. */
  SampleQuestion mailedAt(Optional<String> email) {
    Person other = new Person.Known(ID, "ada", Membership.FULL, email);
    return new SampleQuestion(other, approverStatus, channel, reason, now, target);
  }

  /** The same person, whose profile showed these addresses earlier. */
  SampleQuestion seenWith(String... addresses) {
    Set<MailAddress> before =
        Stream.of(addresses).map(MailAddress::new).collect(Collectors.toSet());
    Person other = ((Person.Known) person).alsoSeenWith(before);
    return new SampleQuestion(other, approverStatus, channel, reason, now, target);
  }

  Question question() {
    return new Question(person, approverStatus, channel, reason, now, DEADLINE, target);
  }

  private static Person member(Membership membership) {
    return new Person.Known(ID, "ada", membership, Optional.of("ada@zylker.com"));
  }
}
