package dev.mailbrake.policy;

import dev.mailbrake.mailbox.Mailbox.MailboxRole;
import dev.mailbrake.policy.Question.Target;
import dev.mailbrake.policy.Verdict.Reason;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Who may do what: an ordered list of named rules; the first that applies decides. Commands,
 * modals, buttons and the home tab share it. A change is judged twice: by the person alone before
 * any call to Zoho, and with the mailbox in the transaction that acts.
 */
public final class Policy {
  private static final Verdict ALLOWED = new Verdict.Allowed();

  private final Optional<ReasonPattern> reasonPattern;
  private final List<Rule> rules;

  /**
   * @param channels the ids of the channels where the commands work; empty for all
   * @param reasonPattern empty if no reason is required
   */
  public Policy(
      Set<String> channels, Optional<ReasonPattern> reasonPattern, SecondApproval second) {
    this.reasonPattern = reasonPattern;
    rules =
        List.of(
            refuse("not-a-full-member", Act.OPEN_HOME, Objections::notAFullMember),
            refuse("cannot-check-person", Act.OPEN_HOME, Objections::unreachable),
            refuse("channel", Act.LOOK, asked -> Objections.channel(asked, channels)),
            refuse("cannot-check-approvers", Act.OPEN_HOME, Objections::approversUnreadable),
            refuse("not-an-approver", Act.OPEN_HOME, Objections::notAnApprover),
            refuse("reason", Act.CHANGE, asked -> Objections.reason(asked, reasonPattern)),
            refuse("deadline", Act.CHANGE, Objections::deadline),
            second("own-mailbox", Objections::ownMailbox),
            second("protected-mailbox", (who, what) -> Objections.isProtected(what, second)),
            ofRole("administrator", MailboxRole.ADMINISTRATOR, "%s is an administrator's mailbox."),
            ofRole(
                "token-owner",
                MailboxRole.TOKEN_OWNER,
                "%s is the mailbox of the account behind Mailbrake's own Zoho token."),
            ofRole(
                "role-unknown",
                MailboxRole.UNKNOWN,
                "Zoho does not say whether %s is an administrator's mailbox."),
            second("hourly-blocks", (who, what) -> Objections.hourlyBlocks(what, second)),
            second("two-approvals", (who, what) -> Objections.twoApprovals(what, second)));
  }

  private static Rule refuse(
      String name, Act from, Function<Question, Optional<String>> objection) {
    return new Rule(
        from,
        question ->
            objection.apply(question).map(why -> new Verdict.Refused(new Reason(name, why))));
  }

  /** A rule that applies only once the mailbox is known. */
  private static Rule second(String name, BiFunction<Person, Target, Optional<String>> objection) {
    return new Rule(
        Act.CHANGE,
        question ->
            question
                .target()
                .flatMap(target -> objection.apply(question.person(), target))
                .map(why -> new Verdict.NeedsSecond(new Reason(name, why))));
  }

  private static Rule ofRole(String name, MailboxRole role, String sentence) {
    return second(
        name,
        (who, what) ->
            Optional.of(what.mailbox())
                .filter(mailbox -> mailbox.role() == role)
                .map(mailbox -> sentence.formatted(mailbox.address())));
  }

  /** Whether the person may request, confirm or cancel a change, and whether alone. */
  public Verdict mayChange(Question question) {
    return judge(Act.CHANGE, question);
  }

  public Verdict mayLook(Question question) {
    return judge(Act.LOOK, question);
  }

  public Verdict mayOpenHome(Question question) {
    return judge(Act.OPEN_HOME, question);
  }

  /**
   * What is wrong with a reason, for a caller that must answer within milliseconds. Also empty if
   * matching a hostile reason takes longer; {@link #mayChange} then decides.
   */
  public Optional<Reason> objectionAtOnceTo(String reason) {
    return reasonPattern.flatMap(pattern -> pattern.objectionAtOnceTo(reason));
  }

  private Verdict judge(Act act, Question question) {
    return rules.stream()
        .filter(rule -> rule.from().compareTo(act) <= 0)
        .map(rule -> rule.verdict().apply(question))
        .flatMap(Optional::stream)
        .findFirst()
        .orElse(ALLOWED);
  }

  /** What the person wants to do, the most harmless first. */
  private enum Act {
    OPEN_HOME,
    LOOK,
    CHANGE
  }

  /**
   * @param from the first act that the rule applies to; it also applies to those after it
   * @param verdict empty if the next rule decides
   */
  private record Rule(Act from, Function<Question, Optional<Verdict>> verdict) {}
}
