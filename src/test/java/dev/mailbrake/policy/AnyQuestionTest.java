package dev.mailbrake.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailbrake.mailbox.Action;
import dev.mailbrake.mailbox.MailAddress;
import dev.mailbrake.mailbox.Mailbox.MailboxRole;
import dev.mailbrake.policy.Approvers.ApproverStatus;
import dev.mailbrake.policy.Person.Membership;
import dev.mailbrake.policy.Question.Target;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds whatever the facts are. */
class AnyQuestionTest {
  private static final Policy POLICY =
      new Policy(
          Set.of(SampleQuestion.CHANNEL),
          Optional.of(new ReasonPattern(Pattern.compile("INC-[0-9]+"), "INC-1", () -> 0)),
          new SecondApproval(
              Set.of(new MailAddress("ceo@zylker.com")), 20, Set.of(Action.UNBLOCK)));

  /** A second approver never makes up for a refusal. */
  @Property
  void aRefusalComesBeforeTheNeedForASecondApprover(
      @ForAll("facts") SampleQuestion facts, @ForAll("targets") Optional<Target> target) {
    Verdict bare = POLICY.mayChange(facts.question());
    Verdict verdict = POLICY.mayChange(facts.about(target).question());

    assertThat(bare).isNotInstanceOf(Verdict.NeedsSecond.class);
    if (bare instanceof Verdict.Refused) {
      assertThat(verdict).isEqualTo(bare);
    } else {
      assertThat(verdict).isNotInstanceOf(Verdict.Refused.class);
    }
  }

  @Property
  void whoeverMayChangeMayLookAndOpenTheHomeTab(
      @ForAll("facts") SampleQuestion facts, @ForAll("targets") Optional<Target> target) {
    Question question = facts.about(target).question();

    if (!(POLICY.mayChange(question) instanceof Verdict.Refused)) {
      assertThat(POLICY.mayLook(question)).isEqualTo(new Verdict.Allowed());
    }
    if (POLICY.mayLook(question) instanceof Verdict.Allowed) {
      assertThat(POLICY.mayOpenHome(question)).isEqualTo(new Verdict.Allowed());
    }
  }

  @Provide
  Arbitrary<SampleQuestion> facts() {
    SampleQuestion good = SampleQuestion.ofAnApprover();
    Arbitrary<SampleQuestion> people =
        Arbitraries.of(
            good,
            good,
            good,
            good.with(Membership.GUEST),
            good.withAnUnreachablePerson(),
            good.mailedAt(Optional.empty()));
    Arbitrary<ApproverStatus> standings =
        Arbitraries.of(
            new ApproverStatus.Approver(),
            new ApproverStatus.Approver(),
            new ApproverStatus.NotApprover(),
            new ApproverStatus.Unreadable("missing_scope"));
    Arbitrary<String> channels =
        Arbitraries.of(SampleQuestion.CHANNEL, SampleQuestion.CHANNEL, "C0RANDOM01", "");
    Arbitrary<String> reasons = Arbitraries.of("INC-1", "INC-4711 phishing", "", "phishing");
    Arbitrary<Integer> left = Arbitraries.of(600, 600, 1, 0, -1);
    return Combinators.combine(people, standings, channels, reasons, left)
        .as(
            (person, approverStatus, channel, reason, seconds) ->
                person
                    .with(approverStatus)
                    .in(channel)
                    .because(reason)
                    .at(SampleQuestion.DEADLINE.minusSeconds(seconds)));
  }

  @Provide
  Arbitrary<Optional<Target>> targets() {
    Arbitrary<String> addresses =
        Arbitraries.of("rebecca@zylker.com", "ceo@zylker.com", "ada@zylker.com");
    Arbitrary<Optional<Target>> seen =
        Combinators.combine(
                Arbitraries.of(Action.values()),
                Arbitraries.of(MailboxRole.values()),
                addresses,
                Arbitraries.of(0, 19, 20, 21))
            .as(
                (action, role, address, blocked) ->
                    Optional.of(
                        SecondApprovalTest.target(
                            action, SecondApprovalTest.mailbox(role, address), blocked)));
    return Arbitraries.oneOf(seen, seen, Arbitraries.just(Optional.empty()));
  }
}
