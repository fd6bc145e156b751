package dev.mailbrake.metrics;

import java.util.List;

/** Every metric: its name in Micrometer's form, its help text and its labels. */
public enum Metric {
  COMMANDS("mailbrake.commands", "Commands as they were typed", "command", "answer"),
  REQUESTS(
      "mailbrake.requests",
      "Mailboxes that a change was asked for, and what was said to that",
      "command",
      "verdict",
      "rule"),
  DECISIONS("mailbrake.decisions", "What was decided on requests", "action", "decision", "rule"),
  OUTCOMES("mailbrake.outcomes", "How confirmed changes ended", "action", "outcome"),
  CONFIRM_TO_VERIFIED(
      "mailbrake.confirm.to.verified", "From the confirmation until Zoho shows it", "action"),
  DRIFT("mailbrake.drift", "Mailboxes that somebody changed past the record", "action"),
  ZOHO_CALLS("mailbrake.zoho.calls", "Calls to Zoho", "call", "result"),
  ZOHO_BUDGET("mailbrake.zoho.budget.left", "Calls that Zoho takes now, as far as is known"),
  ZOHO_TOKEN_AGE("mailbrake.zoho.token.age", "Since the access token was fetched"),
  SLACK_CALLS("mailbrake.slack.calls", "Calls to Slack", "method", "result"),
  SLACK_CONNECTED("mailbrake.slack.connected", "1 while what is done in Slack reaches the bot"),
  SLACK_QUIET("mailbrake.slack.quiet", "Since something came in from Slack"),
  JOBS_DUE("mailbrake.jobs.due", "Jobs that are due and not taken up"),
  JOBS_OLDEST("mailbrake.jobs.oldest.due.age", "Since the oldest of those is due"),
  JOBS_FAILING("mailbrake.jobs.failing", "Jobs that broke off when they last ran"),
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
