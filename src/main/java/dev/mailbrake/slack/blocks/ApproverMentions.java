package dev.mailbrake.slack.blocks;

import dev.mailbrake.policy.Approvers;
import dev.mailbrake.request.model.Approvals;
import dev.mailbrake.request.model.Approvals.Decision;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who may confirm, as mentions, which ring where a card is posted and not where it is edited. */
public record ApproverMentions(Approvers approvers) {
  private static final int MOST_NAMED = 10;

  /** Who has confirmed, and who may confirm next. In mrkdwn. */
  String stillNeeded(Approvals approvals) {
    if (!approvals.hasFirst()) {
      return "Nobody has confirmed yet; these may: " + list(Decision.NONE);
    }
    String others = list(approvals.first());
    return "%s has confirmed; one more is needed, %s"
        .formatted(
            SlackText.mention(approvals.first().by()),
            others.isEmpty()
                ? "but nobody else is an approver (setting MAILBRAKE_APPROVERS)"
                : "of " + others);
  }

  String all() {
    return "These may confirm: " + list(Decision.NONE);
  }

  private String list(Decision except) {
    List<String> all =
        Stream.concat(
                approvers.users().stream()
                    .sorted()
                    .filter(id -> !id.equals(except.by().id()))
                    .map(id -> "<@" + id + ">"),
                approvers.groups().stream().sorted().map(id -> "<!subteam^" + id + ">"))
            .toList();
    String named = all.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
    return all.size() > MOST_NAMED ? named + " and " + (all.size() - MOST_NAMED) + " more" : named;
  }
}
