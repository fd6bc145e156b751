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
import java.util.Set;
import java.util.TreeSet;
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
  static final String CHANNELS = "Channels";

  private final SlackSettings settings;
  private final Approvers approvers;
  private final Set<String> channels;
  private final Clock clock;

  /** {@code channels} are those where the commands work; none if they work in all. */
  public SlackCheck(
      SlackSettings settings, Approvers approvers, Set<String> channels, Clock clock) {
    this.settings = settings;
    this.approvers = approvers;
    this.channels = channels;
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
        .map(new ChannelCheck(api, AUDIT_CHANNEL, "MAILBRAKE_AUDIT_CHANNEL")::look)
        .ifPresent(findings::add);
    new TreeSet<>(channels)
        .stream()
            .map(new ChannelCheck(api, CHANNELS, "MAILBRAKE_CHANNELS")::look)
            .forEach(findings::add);
    return findings;
  }

  private List<Finding> unseenWorkspace() {
    return Stream.of(
            Optional.of(APPROVERS).filter(any -> !approvers.users().isEmpty()),
            Optional.of(GROUPS).filter(any -> !approvers.groups().isEmpty()),
            Optional.of(ENOUGH),
            settings.auditChannel().map(any -> AUDIT_CHANNEL),
            Optional.of(CHANNELS).filter(any -> !channels.isEmpty()))
        .flatMap(Optional::stream)
        .map(subject -> Finding.skipped(subject, TOKEN))
        .toList();
  }
}
