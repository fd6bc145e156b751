package dev.mailbrake.slack.check;

import dev.mailbrake.check.Check;
import dev.mailbrake.check.Finding;
import dev.mailbrake.config.SlackSettings;
import dev.mailbrake.metrics.Meters;
import dev.mailbrake.policy.Approvers;
import dev.mailbrake.slack.SlackApi;
import dev.mailbrake.slack.SlackPeople;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Checks everything that Mailbrake needs from Slack, without a running bot and without posting. */
public final class SlackCheck implements Check {
  static final String TOKEN = "Slack token";
  static final String SCOPES = "Slack scopes";
  static final String CLOCK = "Slack clock";
  static final String APPROVERS = "Approvers";
  static final String GROUPS = "Approver groups";
  static final String ENOUGH = "Enough approvers";
  static final String AUDIT_CHANNEL = "Audit channel";

  private final SlackSettings settings;
  private final Approvers approvers;
  private final Clock clock;

  public SlackCheck(SlackSettings settings, Approvers approvers, Clock clock) {
    this.settings = settings;
    this.approvers = approvers;
    this.clock = clock;
  }

  @Override
  public List<Finding> look() {
    try (SlackApi api = new SlackApi(settings, Meters.off())) {
      TokenAnswer answer = TokenAnswer.ask(api);
      List<Finding> findings = new ArrayList<>();
      findings.add(answer.token());
      findings.add(answer.scopes());
      findings.add(answer.clock(clock.instant()));
      findings.addAll(answer.isAccepted() ? workspace(api) : unseenWorkspace());
      findings.add(ConnectionCheck.look(api, settings.mode()));
      return List.copyOf(findings);
    }
  }

  private List<Finding> workspace(SlackApi api) {
    List<Finding> findings =
        new ArrayList<>(new ApproversCheck(new SlackPeople(api, clock), approvers).look());
    settings
        .auditChannel()
        .map(channel -> AuditChannel.look(api, channel))
        .ifPresent(findings::add);
    return findings;
  }

  private List<Finding> unseenWorkspace() {
    return Stream.of(
            Optional.of(APPROVERS).filter(any -> !approvers.users().isEmpty()),
            Optional.of(GROUPS).filter(any -> !approvers.groups().isEmpty()),
            Optional.of(ENOUGH),
            settings.auditChannel().map(any -> AUDIT_CHANNEL))
        .flatMap(Optional::stream)
        .map(subject -> Finding.skipped(subject, TOKEN))
        .toList();
  }
}
