package dev.mailbrake.policy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Who may do what: ordered rules, of which the first that decides gives the verdict. Commands and
 * buttons ask the same policy.
 */
public final class Policy {
  private static final Verdict ALLOWED = new Verdict.Allowed();

  private final List<Rule> toLook;
  private final List<Rule> toChange;

  /**
   * @param channels the ids of the channels where the commands work; empty for all
   * @param reasonForm the form of a reason; empty if none is required
   */
  public Policy(Set<String> channels, Optional<ReasonPattern> reasonForm) {
    toLook =
        List.of(
            Rules::membership, Rules::personReachable, Rules.channel(channels), Rules::approver);
    toChange =
        Stream.of(
                toLook.stream(),
                reasonForm.map(Rules::reason).stream(),
                Stream.<Rule>of(Rules::deadline))
            .flatMap(rules -> rules)
            .toList();
  }

  /** Whether the person may ask for, confirm or cancel a change. */
  public Verdict mayChange(Question question) {
    return judge(toChange, question);
  }

  /** Whether the person may see a mailbox's status. */
  public Verdict mayLook(Question question) {
    return judge(toLook, question);
  }

  private static Verdict judge(List<Rule> rules, Question question) {
    return rules.stream()
        .map(rule -> rule.judge(question))
        .flatMap(Optional::stream)
        .findFirst()
        .orElse(ALLOWED);
  }
}
