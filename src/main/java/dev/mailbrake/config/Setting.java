package dev.mailbrake.config;

import java.util.Arrays;
import java.util.Optional;

/** All environment variables. A test keeps the table in src/docs/configuration.md equal. */
public enum Setting {
  SLACK_BOT_TOKEN("xoxb-…, the bot's token", Setting.REQUIRED),
  SLACK_SIGNING_SECRET(
      "HTTP mode: proves that requests come from Slack", "required unless SLACK_APP_TOKEN"),
  SLACK_APP_TOKEN("xapp-…; if set, Mailbrake uses Socket Mode", "none"),
  SLACK_API_URL("base of Slack's Web API", "https://slack.com/api/"),
  ZOHO_CLIENT_ID("the OAuth client", Setting.REQUIRED),
  ZOHO_CLIENT_SECRET("its secret", Setting.REQUIRED),
  ZOHO_REFRESH_TOKEN("the client's refresh token", Setting.REQUIRED),
  ZOHO_DATA_CENTER("us eu in au jp ca cn sa ae uk", "us"),
  ZOHO_AUTHENTICATION("admin or user", "admin"),
  ZOHO_ORGANIZATION_ID("the organization's ID (zoid)", "looked up in Zoho"),
  ZOHO_REQUESTS_PER_MINUTE("limit on requests to Zoho", "30"),
  ZOHO_MAIL_URL("another base of the Mail API, https unless loopback", "from the data center"),
  ZOHO_ACCOUNTS_URL("another base of the OAuth server, likewise", "from the data center"),
  MAILBRAKE_APPROVERS("user IDs U… W… and user group IDs S…, comma-separated", Setting.REQUIRED),
  MAILBRAKE_CHANNELS("IDs of the channels where Mailbrake works, comma-separated", "all"),
  MAILBRAKE_PROTECTED(
      "addresses of mailboxes that need a second approver, comma-separated", "none"),
  MAILBRAKE_BLOCK_APPROVALS("approvers that a block needs, 1 or 2", "1"),
  MAILBRAKE_UNBLOCK_APPROVALS("approvers that an unblock needs, 1 or 2", "1"),
  MAILBRAKE_REASON_PATTERN("regular expression; setting it makes a reason required", "none"),
  MAILBRAKE_CONFIRM_WITHIN("how long a request waits, 1m to 24h", "10m"),
  MAILBRAKE_MAX_BLOCK("the longest “for”", "30d"),
  MAILBRAKE_MAX_MAILBOXES("per command, at most 10", "10"),
  MAILBRAKE_HOURLY_BLOCKS(
      "mailboxes blocked within an hour before a second approver is needed", "20"),
  MAILBRAKE_AUDIT_CHANNEL(
      "ID of the channel that gets every decision, refusal and outcome", "none"),
  MAILBRAKE_DRY_RUN("true: everything but the change itself", "false"),
  DATABASE_URL("postgres://…, jdbc:postgresql:… or jdbc:sqlite:…", "jdbc:sqlite:data/mailbrake.db"),
  PORT("HTTP port; in Socket Mode, if set, only for health and metrics", "3000"),
  MAILBRAKE_METRICS_TOKEN("bearer token for /metrics, 16 characters or more", "/metrics is off"),
  MAILBRAKE_LOG_FORMAT("text or json", "text");

  /** The default of what the program doesn't start without. */
  public static final String REQUIRED = "required";

  private final String meaning;
  private final String defaultValue;

  Setting(String meaning, String defaultValue) {
    this.meaning = meaning;
    this.defaultValue = defaultValue;
  }

  public String meaning() {
    return meaning;
  }

  /** A value, or words that describe it. */
  public String defaultValue() {
    return defaultValue;
  }

  static Optional<Setting> of(String key) {
    return Arrays.stream(values()).filter(setting -> setting.name().equals(key)).findFirst();
  }
}
