package dev.mailbrake.policy;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The rules, each with its name and its sentence. */
final class Rules {
  private Rules() {}

  static Optional<Verdict> membership(Question question) {
    if (!(question.person() instanceof Person.Known known)
        || known.membership() == Membership.FULL) {
      return Optional.empty();
    }
    return refused(
        "not-a-full-member",
        "Only full members of this workspace can use Mailbrake; Slack says you are "
            + known.membership().phrase()
            + ".");
  }

  static Optional<Verdict> personReachable(Question question) {
    return question.person() instanceof Person.Unreachable unreachable
        ? refused(
            "cannot-check-person",
            "Mailbrake cannot check now who you are ("
                + unreachable.why()
                + "), so nothing was done. Please try again in a minute.")
        : Optional.empty();
  }

  static Rule channel(Set<String> channels) {
    return question ->
        channels.isEmpty() || channels.contains(question.channel())
            ? Optional.empty()
            : refused(
                "channel",
                "Mailbrake does not work in this channel. Use one of the channels named in its"
                    + " setting MAILBRAKE_CHANNELS.");
  }

  static Optional<Verdict> approver(Question question) {
    if (question.approverStatus() instanceof ApproverStatus.Unreadable unreadable) {
      return refused(
          "cannot-check-approvers",
          "Mailbrake cannot check now whether you are an approver ("
              + unreadable.why()
              + "), so nothing was done. Please try again in a minute.");
    }
    return question.approverStatus() instanceof ApproverStatus.Approver
        ? Optional.empty()
        : refused(
            "not-an-approver",
            "You are not an approver (setting MAILBRAKE_APPROVERS). Your Slack user id is "
                + question.person().id()
                + "; ask an approver, or ask for that id to be added.");
  }

  /**
   * The rule on the reason.
   *
   * @param objection what is wrong with a reason by itself
   */
  static Rule reason(Function<String, Optional<Reason>> objection) {
    return question ->
        objection
            .apply(question.reason())
            .flatMap(why -> refused(why.rule(), why.sentence() + " Ask again with such a reason."));
  }

  static Optional<Verdict> deadline(Question question) {
    return question.now().isBefore(question.deadline())
        ? Optional.empty()
        : refused(
            "deadline",
            "This request has expired, so nothing was done. Ask again with the command.");
  }

  private static Optional<Verdict> refused(String rule, String sentence) {
    return Optional.of(new Verdict.Refused(new Reason(rule, sentence)));
  }
}
