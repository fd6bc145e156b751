package dev.mailbrake.slack.blocks;

import dev.mailbrake.policy.Approvers;
import dev.mailbrake.request.model.Approvals;
import dev.mailbrake.request.model.Approvals.Decision;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who may confirm, as mentions. They are added when a card is edited, which notifies nobody. */
public record ApproverMentions(Approvers approvers) {
  private static final int MOST = 10;

  /** Who has confirmed, and who may confirm next. In mrkdwn. */
  String whoMay(Approvals approvals) {
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

  private String list(Decision but) {
    List<String> all =
        Stream.concat(
                approvers.users().stream()
                    .sorted()
                    .filter(id -> !id.equals(but.by().id()))
                    .map(id -> "<@" + id + ">"),
                approvers.groups().stream().sorted().map(id -> "<!subteam^" + id + ">"))
            .toList();
    String named = all.stream().limit(MOST).collect(Collectors.joining(", "));
    return all.size() > MOST ? named + " and " + (all.size() - MOST) + " more" : named;
  }
}
