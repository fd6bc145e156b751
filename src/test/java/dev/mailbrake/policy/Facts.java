package dev.mailbrake.policy;

import java.time.Instant;
import java.util.Optional;

/** The facts of a question, at first those of an approver who may do everything. */
record Facts(Person person, Standing standing, String channel, String reason, Instant now) {
  static final Instant DEADLINE = Instant.parse("2026-11-23T12:10:00Z");
  static final String CHANNEL = "C0MAILSEC1";
  private static final String ID = "U0ADA00001";

  static Facts ofAnApprover() {
    return new Facts(
        member(Membership.FULL),
        new Standing.Approver(),
        CHANNEL,
        "INC-4711 phishing",
        DEADLINE.minusSeconds(600));
  }

  Facts with(Membership membership) {
    return new Facts(member(membership), standing, channel, reason, now);
  }

  Facts withAnUnreachablePerson() {
    return new Facts(
        new Person.Unreachable(ID, "ada", "Slack did not answer"), standing, channel, reason, now);
  }

  Facts with(Standing other) {
    return new Facts(person, other, channel, reason, now);
  }

  Facts in(String otherChannel) {
    return new Facts(person, standing, otherChannel, reason, now);
  }

  Facts because(String otherReason) {
    return new Facts(person, standing, channel, otherReason, now);
  }

  Facts at(Instant moment) {
    return new Facts(person, standing, channel, reason, moment);
  }

  Question question() {
    return new Question(person, standing, channel, reason, now, DEADLINE);
  }

  private static Person member(Membership membership) {
    return new Person.Known(ID, "ada", membership, Optional.of("ada@zylker.com"));
  }
}
