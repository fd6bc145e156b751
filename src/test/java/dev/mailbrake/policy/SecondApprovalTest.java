package dev.mailbrake.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.mailbrake.mailbox.Action;
import dev.mailbrake.mailbox.MailAddress;
import dev.mailbrake.mailbox.Mailbox;
import dev.mailbrake.mailbox.Mailbox.MailboxRole;
import dev.mailbrake.mailbox.MailboxId;
import dev.mailbrake.mailbox.OutgoingStatus;
import dev.mailbrake.policy.Question.Target;
import dev.mailbrake.policy.Verdict.Reason;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When a change needs a second approver: each rule alone, then their order. */
class SecondApprovalTest {
  private static final SecondApproval LENIENT = new SecondApproval(Set.of(), 20, Set.of());
  private static final SecondApproval STRICT =
      new SecondApproval(
          Set.of(new MailAddress("rebecca@zylker.com")), 20, EnumSet.allOf(Action.class));

  /** The address in the approver's profile in {@link SampleQuestion}. */
  private static final String OWN = "ada@zylker.com";

  @ParameterizedTest
  @EnumSource
  void needsOneApproverForAMembersMailbox(Action action) {
    assertThat(judged(LENIENT, target(action, MailboxRole.MEMBER, 0)))
        .isEqualTo(new Verdict.Allowed());
  }

  @ParameterizedTest
  @ValueSource(strings = {"ada@zylker.com", "ADA@Zylker.com", "sales@zylker.com"})
  void letsNobodyUnblockTheirOwnMailboxAlone(String inProfile) {
    Mailbox own = mailbox(MailboxRole.MEMBER, OWN, "sales@zylker.com");
    SampleQuestion facts =
        SampleQuestion.ofAnApprover()
            .mailedAt(Optional.of(inProfile))
            .with(target(Action.UNBLOCK, own, 0));
    Reason reason = need(LENIENT, facts);
    assertThat(reason.rule()).isEqualTo("own-mailbox");
    assertThat(reason.sentence()).contains(OWN, "own mailbox");
  }

  @ParameterizedTest
  @CsvSource({
    "ada+slack@zylker.com, ada@zylker.com",
    "ada@zylker.com, ada+mail@zylker.com",
    "ADA+a@zylker.com, ada+b@zylker.com"
  })
  void ignoresATagInAnAddress(String inProfile, String address) {
    Mailbox own = mailbox(MailboxRole.MEMBER, address);
    SampleQuestion facts =
        SampleQuestion.ofAnApprover()
            .mailedAt(Optional.of(inProfile))
            .with(target(Action.UNBLOCK, own, 0));

    assertThat(need(LENIENT, facts).rule()).isEqualTo("own-mailbox");
  }

  @Test
  void recognizesAnOwnerWhoChangedTheirAddress() {
    Mailbox own = mailbox(MailboxRole.MEMBER, OWN, "sales@zylker.com");
    SampleQuestion facts =
        SampleQuestion.ofAnApprover()
            .mailedAt(Optional.of("ada@other.com"))
            .seenWith("somebody@zylker.com", "sales+ada@zylker.com")
            .with(target(Action.UNBLOCK, own, 0));

    Reason reason = need(LENIENT, facts);
    assertThat(reason.rule()).isEqualTo("own-mailbox");
    assertThat(reason.sentence())
        .contains("an address that their Slack profile showed before", "(sales@zylker.com)");
  }

  @Test
  void ignoresOtherAddressesOfOtherPeople() {
    SampleQuestion facts = allowing(Optional.of("ada@other.com")).seenWith("adam@zylker.com");

    assertThat(judged(LENIENT, facts)).isEqualTo(new Verdict.Allowed());
  }

  @Test
  void letsPeopleBlockTheirOwnMailboxAlone() {
    assertThat(judged(LENIENT, target(Action.BLOCK, mailbox(MailboxRole.MEMBER, OWN), 0)))
        .isEqualTo(new Verdict.Allowed());
  }

  /** To give a permanent block an end is to unblock the mailbox then. */
  @Test
  void needsAnotherToGiveTheBlockOfOnesOwnMailboxAnEnd() {
    Target ends = new Target(Action.BLOCK, mailbox(MailboxRole.MEMBER, OWN), 0, true);
    assertThat(judged(LENIENT, ends).needsSecond()).map(Reason::rule).contains("own-mailbox");
  }

  @Test
  void ignoresAProfileWithAnotherAddress() {
    assertThat(judged(LENIENT, allowing(Optional.of("ada@other.com"))))
        .isEqualTo(new Verdict.Allowed());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "ada", "ada@zylker.com."})
  void treatsAPersonWithoutAnAddressAsAPossibleOwner(String inProfile) {
    assertThat(judged(LENIENT, allowing(Optional.of(inProfile))).needsSecond())
        .hasValueSatisfying(
            reason -> assertThat(reason.sentence()).contains("shows no confirmed mail address"));
    assertThat(judged(LENIENT, allowing(Optional.empty())).needsSecond())
        .hasValueSatisfying(reason -> assertThat(reason.rule()).isEqualTo("own-mailbox"));
  }

  private static SampleQuestion allowing(Optional<String> inProfile) {
    return SampleQuestion.ofAnApprover()
        .with(target(Action.UNBLOCK, mailbox(MailboxRole.MEMBER, OWN), 0))
        .mailedAt(inProfile);
  }

  @ParameterizedTest
  @EnumSource
  void needsAnotherForAProtectedMailbox(Action action) {
    Reason reason = need(STRICT, target(action, MailboxRole.MEMBER, 0));
    assertThat(reason)
        .isEqualTo(
            new Reason(
                "protected-mailbox",
                "rebecca@zylker.com is a protected mailbox (setting MAILBRAKE_PROTECTED)."));
  }

  @Test
  void needsAnotherForTheAliasOfAProtectedMailbox() {
    Mailbox mailbox = mailbox(MailboxRole.MEMBER, "becky@zylker.com", "rebecca@zylker.com");
    assertThat(need(STRICT, target(Action.BLOCK, mailbox, 0)).sentence())
        .startsWith("becky@zylker.com (rebecca@zylker.com) is a protected mailbox");
  }

  @ParameterizedTest
  @CsvSource({
    "ADMINISTRATOR, administrator, rebecca@zylker.com is an administrator's mailbox.",
    "TOKEN_OWNER, token-owner, "
        + "rebecca@zylker.com is the mailbox of the account behind Mailbrake's own Zoho token.",
    "UNKNOWN, role-unknown, "
        + "Zoho does not say whether rebecca@zylker.com is an administrator's mailbox."
  })
  void needsAnotherForAPrivilegedMailbox(MailboxRole role, String rule, String sentence) {
    for (Action action : Action.values()) {
      assertThat(need(LENIENT, target(action, role, 0))).isEqualTo(new Reason(rule, sentence));
    }
  }

  @ParameterizedTest
  @CsvSource({"20, 0", "20, 19", "1, 0", "100000, 99999"})
  void needsNobodyElseUpToTheHourlyLimit(int most, int others) {
    assertThat(
            judged(
                new SecondApproval(Set.of(), most, Set.of()),
                target(Action.BLOCK, MailboxRole.MEMBER, others)))
        .isEqualTo(new Verdict.Allowed());
  }

  @ParameterizedTest
  @CsvSource({"20, 20", "20, 21", "0, 0", "1, 1", "20, 2147483647"})
  void needsAnotherAboveTheHourlyLimit(int most, int others) {
    Reason reason =
        need(
            new SecondApproval(Set.of(), most, Set.of()),
            target(Action.BLOCK, MailboxRole.MEMBER, others));
    assertThat(reason.rule()).isEqualTo("hourly-blocks");
    assertThat(reason.sentence())
        .contains(
            "number " + (others + 1L), "limit of " + most, "(setting MAILBRAKE_HOURLY_BLOCKS)");
  }

  @Test
  void ignoresTheHourlyLimitForUnblocking() {
    assertThat(judged(LENIENT, target(Action.UNBLOCK, MailboxRole.MEMBER, 1_000)))
        .isEqualTo(new Verdict.Allowed());
  }

  @ParameterizedTest
  @CsvSource({
    "BLOCK, UNBLOCK, MAILBRAKE_BLOCK_APPROVALS",
    "UNBLOCK, BLOCK, MAILBRAKE_UNBLOCK_APPROVALS"
  })
  void needsTwoOnlyForTheActionThatAlwaysNeedsTwo(Action two, Action one, String setting) {
    SecondApproval second = new SecondApproval(Set.of(), 20, Set.of(two));
    Reason reason = need(second, target(two, MailboxRole.MEMBER, 0));
    assertThat(reason.rule()).isEqualTo("two-approvals");
    assertThat(reason.sentence()).contains("needs two approvers", "(setting " + setting + ")");
    assertThat(judged(second, target(one, MailboxRole.MEMBER, 0))).isEqualTo(new Verdict.Allowed());
  }

  @Test
  void needsNobodyElseBeforeTheMailboxIsLookedUp() {
    SecondApproval second = new SecondApproval(STRICT.protectedMailboxes(), 0, STRICT.always());
    assertThat(judged(second, SampleQuestion.ofAnApprover())).isEqualTo(new Verdict.Allowed());
  }

  @ParameterizedTest
  @MethodSource("everythingFromARuleOn")
  void reportsTheFirstRuleThatApplies(SecondApproval second, Target target, String rule) {
    assertThat(need(second, target).rule()).isEqualTo(rule);
  }

  /** Removes one reason after the other, in the order of the rules. */
  static Stream<Arguments> everythingFromARuleOn() {
    SecondApproval unprotected = new SecondApproval(Set.of(), 20, STRICT.always());
    SecondApproval own = new SecondApproval(Set.of(new MailAddress(OWN)), 0, STRICT.always());
    return Stream.of(
        arguments(
            own,
            target(Action.UNBLOCK, mailbox(MailboxRole.ADMINISTRATOR, OWN), 99),
            "own-mailbox"),
        arguments(STRICT, target(Action.BLOCK, MailboxRole.UNKNOWN, 99), "protected-mailbox"),
        arguments(
            unprotected, target(Action.BLOCK, MailboxRole.ADMINISTRATOR, 99), "administrator"),
        arguments(unprotected, target(Action.BLOCK, MailboxRole.TOKEN_OWNER, 99), "token-owner"),
        arguments(unprotected, target(Action.BLOCK, MailboxRole.UNKNOWN, 99), "role-unknown"),
        arguments(unprotected, target(Action.BLOCK, MailboxRole.MEMBER, 99), "hourly-blocks"),
        arguments(unprotected, target(Action.BLOCK, MailboxRole.MEMBER, 19), "two-approvals"),
        arguments(unprotected, target(Action.UNBLOCK, MailboxRole.MEMBER, 99), "two-approvals"));
  }

  @ParameterizedTest
  @EnumSource(names = {"ADMINISTRATOR", "TOKEN_OWNER", "UNKNOWN", "MEMBER"})
  void explainsEachRuleInAWholeSentence(MailboxRole role) {
    String sentence = need(STRICT, target(Action.BLOCK, role, 99)).sentence();
    assertThat(sentence).endsWith(".").doesNotContain("%");
  }

  @Test
  void keepsTheProtectedMailboxesIfTheSetChanges() {
    Set<MailAddress> addresses = new HashSet<>(Set.of(new MailAddress(OWN)));
    SecondApproval second = new SecondApproval(addresses, 0, Set.of());
    addresses.clear();
    assertThat(second.protectedMailboxes()).containsExactly(new MailAddress(OWN));
  }

  @Test
  void refusesANegativeNumberOfBlocks() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SecondApproval(Set.of(), -1, Set.of()));
  }

  private static Reason need(SecondApproval second, Target target) {
    return need(second, SampleQuestion.ofAnApprover().with(target));
  }

  private static Reason need(SecondApproval second, SampleQuestion facts) {
    Verdict verdict = judged(second, facts);
    assertThat(verdict).isInstanceOf(Verdict.NeedsSecond.class);
    return verdict.needsSecond().orElseThrow();
  }

  private static Verdict judged(SecondApproval second, Target target) {
    return judged(second, SampleQuestion.ofAnApprover().with(target));
  }

  private static Verdict judged(SecondApproval second, SampleQuestion facts) {
    return new Policy(Set.of(), Optional.empty(), second).mayChange(facts.question());
  }

  private static Target target(Action action, MailboxRole role, int blockedLastHour) {
    return target(action, mailbox(role, "rebecca@zylker.com"), blockedLastHour);
  }

  /** A change whose block, if it is one, ends nothing. */
  static Target target(Action action, Mailbox mailbox, int blockedLastHour) {
    return new Target(action, mailbox, blockedLastHour, action == Action.UNBLOCK);
  }

  static Mailbox mailbox(MailboxRole role, String address, String... aliases) {
    return new Mailbox(
        new MailboxId("1", "2"),
        new MailAddress(address),
        Stream.of(aliases).map(MailAddress::new).collect(java.util.stream.Collectors.toSet()),
        "",
        role,
        OutgoingStatus.CAN_SEND,
        SampleQuestion.DEADLINE.minusSeconds(600));
  }
}
