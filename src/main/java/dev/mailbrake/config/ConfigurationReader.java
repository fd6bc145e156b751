package dev.mailbrake.config;

import dev.mailbrake.config.Configuration.Authority;
import dev.mailbrake.config.Configuration.Limits;
import dev.mailbrake.config.Configuration.Listen;
import dev.mailbrake.config.SlackSettings.SlackMode;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Reads all settings, whatever problems it finds. */
final class ConfigurationReader {
  private static final Predicate<String> BOT_TOKEN = Environment.matching("xoxb-\\S+");
  private static final Predicate<String> APP_TOKEN = Environment.matching("xapp-\\S+");
  private static final Predicate<String> METRICS_TOKEN = Environment.matching("[!-~]{16,}");
  private static final Predicate<String> CHANNEL = Environment.matching("[CG][A-Z0-9]+");
  private static final String EVERYWHERE = "0.0.0.0";
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration DAY = Duration.ofDays(1);

  private final Environment environment;

  ConfigurationReader(Environment environment) {
    this.environment = environment;
  }

  Configuration read() {
    environment.refuseUnknown();
    logFormat();
    SlackSettings slack = slack();
    ZohoSettings zoho = new ZohoReader(environment).settings();
    Optional<Authority> authority = new AuthorityReader(environment).read();
    Limits limits = limits();
    DatabaseSettings database = database();
    Optional<Listen> listen = listen(slack.mode());
    environment.throwProblems();
    return new Configuration(slack, zoho, authority.orElseThrow(), limits, database, listen);
  }

  private Optional<Listen> listen(SlackMode mode) {
    int port = environment.number(Setting.PORT, 0, 65_535);
    Optional<String> token =
        environment.optional(
            Setting.MAILBRAKE_METRICS_TOKEN,
            METRICS_TOKEN,
            "must have 16 or more printable characters and no spaces",
            "the output of: openssl rand -hex 32");
    boolean isServed =
        mode instanceof SlackMode.Http || environment.value(Setting.PORT).isPresent();
    if (!isServed && token.isPresent()) {
      environment.problem(Setting.PORT, "is required to serve /metrics in Socket Mode", "3000");
    }
    return isServed
        ? Optional.of(new Listen(EVERYWHERE, port, token.map(Secret::new)))
        : Optional.empty();
  }

  DatabaseSettings readDatabase() {
    logFormat();
    DatabaseSettings database = database();
    environment.throwProblems();
    return database;
  }

  private void logFormat() {
    environment.oneOf(Setting.MAILBRAKE_LOG_FORMAT, Set.of("text", "json"));
  }

  private SlackSettings slack() {
    String url = environment.url(Setting.SLACK_API_URL, Setting.SLACK_API_URL.defaultValue());
    return new SlackSettings(
        environment.secret(Setting.SLACK_BOT_TOKEN, BOT_TOKEN, "xoxb-…"),
        mode(),
        URI.create(url + "/"),
        environment.optional(
            Setting.MAILBRAKE_AUDIT_CHANNEL, CHANNEL, "must be the ID of a channel", "C012AB3CD"));
  }

  /** With Socket Mode on, Slack posts to no URL. */
  private SlackMode mode() {
    return environment.value(Setting.SLACK_APP_TOKEN).isPresent()
        ? new SlackMode.Socket(environment.secret(Setting.SLACK_APP_TOKEN, APP_TOKEN, "xapp-…"))
        : new SlackMode.Http(
            environment.secret(
                Setting.SLACK_SIGNING_SECRET, Environment.ANY, "the app's Signing Secret"));
  }

  private Limits limits() {
    return new Limits(
        environment.number(Setting.MAILBRAKE_MAX_MAILBOXES, 1, 10),
        environment.duration(
            Setting.MAILBRAKE_MAX_BLOCK, MINUTE.multipliedBy(5), DAY.multipliedBy(366)),
        environment.duration(Setting.MAILBRAKE_CONFIRM_WITHIN, MINUTE, DAY));
  }

  private DatabaseSettings database() {
    try {
      return DatabaseUrl.read(environment.text(Setting.DATABASE_URL));
    } catch (IllegalArgumentException wrong) {
      environment.problem(
          Setting.DATABASE_URL,
          String.valueOf(wrong.getMessage()),
          "postgres://user:password@host:5432/mailbrake?sslmode=require");
      return new DatabaseSettings("");
    }
  }
}
