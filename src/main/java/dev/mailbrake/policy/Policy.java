package dev.mailbrake.policy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Who may do what: ordered rules, of which the first that decides gives the verdict. Commands,
 * forms, buttons and the home tab ask the same policy.
 */
public final class Policy {
  private static final Verdict ALLOWED = new Verdict.Allowed();

  private final List<Rule> toOpenHome;
  private final List<Rule> toLook;
  private final List<Rule> toChange;
  private final Optional<ReasonPattern> reasonForm;

  /**
   * @param channels the ids of the channels where the commands work; empty for all
   * @param reasonForm the form of a reason; empty if none is required
   * @param second when a change needs two approvers
   */
  public Policy(Set<String> channels, Optional<ReasonPattern> reasonForm, SecondApproval second) {
    this.reasonForm = reasonForm;
    toOpenHome = List.of(Rules::membership, Rules::personReachable, Rules::approver);
    toLook =
        List.of(
            Rules::membership, Rules::personReachable, Rules.channel(channels), Rules::approver);
    toChange =
        Stream.of(
                toLook.stream(),
                Stream.of(Rules.reason(this::objectionTo), Rules::deadline),
                SecondApprovalRules.of(second).stream())
            .flatMap(rules -> rules)
            .toList();
  }

  /** Whether the person may ask for, confirm or cancel a change, and whether alone. */
  public Verdict mayChange(Question question) {
    return judge(toChange, question);
  }

  /** Whether the person may see a mailbox's status. */
  public Verdict mayLook(Question question) {
    return judge(toLook, question);
  }

  /** Whether the person may see what the home tab shows; it is in no channel. */
  public Verdict mayOpenHome(Question question) {
    return judge(toOpenHome, question);
  }

  /**
   * What is wrong with a reason by itself, wherever it is typed; empty if nothing is. May take a
   * quarter of a second.
   */
  private Optional<Reason> objectionTo(String reason) {
    return reasonForm.flatMap(form -> form.objectionTo(reason));
  }

  /**
   * The same, for whoever has to be answered within milliseconds: empty as well where the search of
   * a hostile reason takes longer, which is then left to {@link #mayChange}.
   */
  public Optional<Reason> objectionAtOnceTo(String reason) {
    return reasonForm.flatMap(form -> form.objectionAtOnceTo(reason));
  }

  private static Verdict judge(List<Rule> rules, Question question) {
    return rules.stream()
        .map(rule -> rule.judge(question))
        .flatMap(Optional::stream)
        .findFirst()
        .orElse(ALLOWED);
  }
}
