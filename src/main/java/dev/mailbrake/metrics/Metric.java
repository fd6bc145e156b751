package dev.mailbrake.metrics;

import java.util.List;

/** All metrics: their names for Micrometer, their help texts and labels. */
public enum Metric {
  COMMANDS("mailbrake.commands", "Commands that people typed", "command", "answer"),
  REQUESTS(
      "mailbrake.requests",
      "Requested changes, one per mailbox, and the verdict",
      "command",
      "verdict",
      "rule"),
  DECISIONS("mailbrake.decisions", "Decisions on requests", "action", "decision", "rule"),
  OUTCOMES("mailbrake.outcomes", "How confirmed changes ended", "action", "outcome"),
  CONFIRM_TO_VERIFIED(
      "mailbrake.confirm.to.verified",
      "Time from the confirmation until Zoho shows the change",
      "action"),
  DRIFT("mailbrake.drift", "Mailboxes that somebody changed outside Mailbrake", "action"),
  ZOHO_CALLS("mailbrake.zoho.calls", "Calls to Zoho", "call", "result"),
  ZOHO_BUDGET("mailbrake.zoho.budget.left", "Calls that Zoho would accept now, as far as we know"),
  ZOHO_TOKEN_AGE("mailbrake.zoho.token.age", "Time since the access token was fetched"),
  SLACK_CALLS("mailbrake.slack.calls", "Calls to Slack", "method", "result"),
  SLACK_CONNECTED("mailbrake.slack.connected", "1 while events from Slack reach the bot"),
  SLACK_QUIET("mailbrake.slack.quiet", "Time since Slack last sent anything"),
  JOBS_DUE("mailbrake.jobs.due", "Jobs that are due and not running"),
  JOBS_OLDEST("mailbrake.jobs.oldest.due.age", "Time since the oldest of those was due"),
  JOBS_FAILING("mailbrake.jobs.failing", "Jobs whose last run failed"),
  BUILD("mailbrake.build.info", "Always 1", "version");

  private final String id;
  private final String help;

  @SuppressWarnings("ImmutableEnumChecker") // List.of
  private final List<String> labels;

  Metric(String id, String help, String... labels) {
    this.id = id;
    this.help = help;
    this.labels = List.of(labels);
  }

  String id() {
    return id;
  }

  String help() {
    return help;
  }

  List<String> labels() {
    return labels;
  }
}
