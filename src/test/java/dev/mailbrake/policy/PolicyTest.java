package dev.mailbrake.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.mailbrake.policy.Approvers.ApproverStatus;
import dev.mailbrake.policy.Person.Membership;
import dev.mailbrake.policy.Verdict.Reason;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each rule alone, then their order. */
class PolicyTest {
  private static final Policy LENIENT = SampleQuestion.policy(Set.of(), Optional.empty());
  private static final Policy STRICT = requiring("INC-[0-9]+", "INC-12");
  private static final ApproverStatus UNREADABLE =
      new ApproverStatus.Unreadable("user group S0ONCALL01: missing_scope");
  private static final SampleQuestion GOOD = SampleQuestion.ofAnApprover();

  @Test
  void letsAnApproverLookAndChange() {
    for (Policy policy : List.of(LENIENT, STRICT)) {
      assertThat(policy.mayOpenHome(GOOD.question())).isEqualTo(new Verdict.Allowed());
      assertThat(policy.mayLook(GOOD.question())).isEqualTo(new Verdict.Allowed());
      assertThat(policy.mayChange(GOOD.question())).isEqualTo(new Verdict.Allowed());
    }
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "FULL")
  void refusesGuestsAndStrangers(Membership membership) {
    Reason reason = refusal(LENIENT, GOOD.with(membership));
    assertThat(reason.rule()).isEqualTo("not-a-full-member");
    assertThat(reason.sentence())
        .contains("Only full members of this workspace", "you are " + membership.phrase());
  }

  @Test
  void saysThatItCannotCheckAPersonInsteadOfJudgingThem() {
    Reason reason = refusal(LENIENT, GOOD.withAnUnreachablePerson());
    assertThat(reason.rule()).isEqualTo("cannot-check-person");
    assertThat(reason.sentence())
        .contains("cannot check now", "Slack did not answer", "nothing was done", "try again");
  }

  @Test
  void refusesAChannelThatIsNotAllowed() {
    Reason reason = refusal(STRICT, GOOD.in("C0RANDOM01"));
    assertThat(reason.rule()).isEqualTo("channel");
    assertThat(reason.sentence()).contains("Use one of the channels", "MAILBRAKE_CHANNELS");
  }

  @ParameterizedTest
  @ValueSource(strings = {"C0RANDOM01", "D0DIRECT01", ""})
  void worksInEveryChannelIfNoneIsSet(String channel) {
    assertThat(LENIENT.mayChange(GOOD.in(channel).question())).isEqualTo(new Verdict.Allowed());
  }

  @Test
  void refusesANonApproverAndSaysHowToBecomeOne() {
    Reason reason = refusal(LENIENT, GOOD.with(new ApproverStatus.NotApprover()));
    assertThat(reason.rule()).isEqualTo("not-an-approver");
    assertThat(reason.sentence())
        .contains("MAILBRAKE_APPROVERS", GOOD.person().id(), "ask an approver");
  }

  @Test
  void saysThatAGroupCannotBeRead() {
    Reason reason = refusal(LENIENT, GOOD.with(UNREADABLE));
    assertThat(reason.rule()).isEqualTo("cannot-check-approvers");
    assertThat(reason.sentence())
        .contains("cannot check now", "user group S0ONCALL01: missing_scope", "try again");
  }

  @ParameterizedTest
  @ValueSource(strings = {"INC-1", "INC-4711 phishing", "see INC-4711", "not inc-1 but INC-2"})
  void findsThePatternAnywhereInTheReason(String reason) {
    assertThat(STRICT.mayChange(GOOD.because(reason).question())).isEqualTo(new Verdict.Allowed());
  }

  @ParameterizedTest
  @ValueSource(strings = {"phishing", "INC", "inc-4711", "INC- 4711"})
  void refusesAReasonThatDoesNotMatchAndShowsAnExample(String typed) {
    Reason reason = refusal(STRICT, GOOD.because(typed));
    assertThat(reason.rule()).isEqualTo("reason");
    assertThat(reason.sentence())
        .contains("The reason must have the form", "INC-[0-9]+", "for example", "INC-12");
  }

  @Test
  void asksForAReasonIfNoneWasGiven() {
    assertThat(refusal(STRICT, GOOD.because("")).sentence())
        .contains("A reason is required", "INC-[0-9]+", "for example", "INC-12");
  }

  @Test
  void showsThePatternAloneIfThereIsNoExample() {
    assertThat(refusal(requiring("INC-[0-9]+", ""), GOOD.because("")).sentence())
        .contains("INC-[0-9]+")
        .doesNotContain("example");
  }

  @Test
  void needsNoReasonWithoutAPattern() {
    assertThat(LENIENT.mayChange(GOOD.because("").question())).isEqualTo(new Verdict.Allowed());
  }

  @Test
  void refusesAtTheDeadlineItself() {
    assertThat(LENIENT.mayChange(GOOD.at(SampleQuestion.DEADLINE.minusNanos(1)).question()))
        .isEqualTo(new Verdict.Allowed());
    Reason reason = refusal(LENIENT, GOOD.at(SampleQuestion.DEADLINE));
    assertThat(reason.rule()).isEqualTo("deadline");
    assertThat(reason.sentence()).contains("expired", "nothing was done", "Ask again");
    assertThat(refusal(LENIENT, GOOD.at(SampleQuestion.DEADLINE.plusNanos(1)))).isEqualTo(reason);
  }

  @Test
  void needsNoReasonAndHasNoDeadlineForLooking() {
    SampleQuestion late = GOOD.because("").at(SampleQuestion.DEADLINE.plusSeconds(1));
    assertThat(STRICT.mayLook(late.question())).isEqualTo(new Verdict.Allowed());
  }

  @ParameterizedTest
  @MethodSource("whoMayNotLook")
  void letsOnlyApproversLookInAnAllowedChannel(SampleQuestion facts, String rule) {
    assertThat(STRICT.mayLook(facts.question()).refusal()).map(Reason::rule).contains(rule);
  }

  static Stream<Arguments> whoMayNotLook() {
    return Stream.of(
        arguments(GOOD.with(Membership.GUEST), "not-a-full-member"),
        arguments(GOOD.withAnUnreachablePerson(), "cannot-check-person"),
        arguments(GOOD.in("C0RANDOM01"), "channel"),
        arguments(GOOD.with(new ApproverStatus.NotApprover()), "not-an-approver"),
        arguments(GOOD.with(UNREADABLE), "cannot-check-approvers"));
  }

  @ParameterizedTest
  @MethodSource("whoMayNotOpenHome")
  void letsOnlyApproversOpenTheHomeTabWithoutAChannel(SampleQuestion facts, String rule) {
    assertThat(STRICT.mayOpenHome(facts.in("").question()).refusal())
        .map(Reason::rule)
        .contains(rule);
  }

  static Stream<Arguments> whoMayNotOpenHome() {
    return Stream.of(
        arguments(GOOD.with(Membership.GUEST), "not-a-full-member"),
        arguments(GOOD.withAnUnreachablePerson(), "cannot-check-person"),
        arguments(GOOD.with(new ApproverStatus.NotApprover()), "not-an-approver"),
        arguments(GOOD.with(UNREADABLE), "cannot-check-approvers"));
  }

  @Test
  void needsNoChannelReasonOrDeadlineForTheHomeTab() {
    SampleQuestion late = GOOD.in("").because("").at(SampleQuestion.DEADLINE.plusSeconds(1));
    assertThat(STRICT.mayOpenHome(late.question())).isEqualTo(new Verdict.Allowed());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "phishing", "INC-4711 phishing"})
  void appliesTheSameReasonRuleToAModalsField(String reason) {
    Optional<Reason> ofField = STRICT.objectionAtOnceTo(reason);
    Optional<Reason> ofChange = STRICT.mayChange(GOOD.because(reason).question()).refusal();
    assertThat(ofField.map(Reason::rule)).isEqualTo(ofChange.map(Reason::rule));
    assertThat(ofField.map(Reason::sentence))
        .isEqualTo(
            ofChange.map(why -> why.sentence().replace(" Ask again with such a reason.", "")));
    assertThat(LENIENT.objectionAtOnceTo(reason)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("everythingWrongFromARuleOn")
  void reportsTheFirstRuleThatRefuses(SampleQuestion facts, String rule) {
    assertThat(refusal(STRICT, facts).rule()).isEqualTo(rule);
  }

  /** Removes one reason for refusal after the other, in the order of the rules. */
  static Stream<Arguments> everythingWrongFromARuleOn() {
    SampleQuestion late = GOOD.at(SampleQuestion.DEADLINE);
    SampleQuestion noReason = late.because("");
    SampleQuestion noApprover = noReason.with(new ApproverStatus.NotApprover());
    SampleQuestion unknownApprover = noReason.with(UNREADABLE);
    SampleQuestion elsewhere = noApprover.in("C0RANDOM01");
    return Stream.of(
        arguments(elsewhere.with(Membership.DEACTIVATED), "not-a-full-member"),
        arguments(elsewhere.withAnUnreachablePerson(), "cannot-check-person"),
        arguments(noApprover.withAnUnreachablePerson(), "cannot-check-person"),
        arguments(elsewhere, "channel"),
        arguments(unknownApprover.in("C0RANDOM01"), "channel"),
        arguments(noApprover, "not-an-approver"),
        arguments(unknownApprover, "cannot-check-approvers"),
        arguments(noReason, "reason"),
        arguments(late, "deadline"));
  }

  @Test
  void tellsWhyASecondApproverIsNeeded() {
    Reason reason = new Reason("own-mailbox", "It is your own mailbox.");
    assertThat(new Verdict.NeedsSecond(reason).needsSecond()).contains(reason);
    assertThat(new Verdict.NeedsSecond(reason).refusal()).isEmpty();
    assertThat(new Verdict.Refused(reason).needsSecond()).isEmpty();
  }

  private static Policy requiring(String pattern, String example) {
    return SampleQuestion.policy(
        Set.of(SampleQuestion.CHANNEL),
        Optional.of(new ReasonPattern(Pattern.compile(pattern), example, () -> 0)));
  }

  private static Reason refusal(Policy policy, SampleQuestion facts) {
    Verdict verdict = policy.mayChange(facts.question());
    assertThat(verdict).isInstanceOf(Verdict.Refused.class);
    return verdict.refusal().orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(strings = {".*", "(INC-[0-9]+)?", "^|INC", "\\b|"})
  void requiresAReasonWhateverThePattern(String pattern) {
    assertThat(refusal(requiring(pattern, ""), GOOD.because("")).rule()).isEqualTo("reason");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "phishing"})
  void explainsARefusedReasonInAWholeSentence(String reason) {
    assertThat(refusal(STRICT, GOOD.because(reason)).sentence()).endsWith(".");
  }
}
