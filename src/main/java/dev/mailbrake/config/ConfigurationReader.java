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
import java.util.regex.Pattern;

/** Reads the environment to the end, whatever problems it meets. */
final class ConfigurationReader {
  private static final Pattern ANY = Pattern.compile(".+");
  private static final Pattern BOT_TOKEN = Pattern.compile("xoxb-\\S+");
  private static final Pattern APP_TOKEN = Pattern.compile("xapp-\\S+");
  private static final Pattern METRICS_TOKEN = Pattern.compile("[!-~]{16,}");
  private static final Pattern POSTABLE = Pattern.compile("[CG][A-Z0-9]+");
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
    environment.finish();
    return new Configuration(slack, zoho, authority.orElseThrow(), limits, database, listen);
  }

  private Optional<Listen> listen(SlackMode mode) {
    int port = environment.number(Setting.PORT, 0, 65_535);
    Optional<Secret> token = metricsToken();
    boolean isServed =
        mode instanceof SlackMode.Http || environment.value(Setting.PORT).isPresent();
    if (!isServed && token.isPresent()) {
      environment.problem(Setting.PORT, "is required to serve /metrics in Socket Mode", "3000");
    }
    return isServed ? Optional.of(new Listen(EVERYWHERE, port, token)) : Optional.empty();
  }

  DatabaseSettings readDatabase() {
    logFormat();
    DatabaseSettings database = database();
    environment.finish();
    return database;
  }

  private void logFormat() {
    environment.oneOf(Setting.MAILBRAKE_LOG_FORMAT, Set.of("text", "json"));
  }

  private Optional<Secret> metricsToken() {
    Optional<String> token = environment.value(Setting.MAILBRAKE_METRICS_TOKEN);
    if (token.filter(Predicate.not(METRICS_TOKEN.asMatchPredicate())).isPresent()) {
      environment.problem(
          Setting.MAILBRAKE_METRICS_TOKEN,
          "must have 16 or more printable characters and no spaces",
          "the output of: openssl rand -hex 32");
    }
    return token.map(Secret::new);
  }

  private SlackSettings slack() {
    String url =
        environment
            .url(Setting.SLACK_API_URL, Setting.SLACK_API_URL.defaultValue())
            .map(URI::toString)
            .orElse(Setting.SLACK_API_URL.defaultValue());
    return new SlackSettings(
        environment.secret(Setting.SLACK_BOT_TOKEN, BOT_TOKEN, "xoxb-…"),
        mode(),
        URI.create(url.replaceAll("/+$", "") + "/"),
        auditChannel());
  }

  /** Slack delivers in one way only: with Socket Mode on, it posts to no URL. */
  private SlackMode mode() {
    return environment.value(Setting.SLACK_APP_TOKEN).isPresent()
        ? new SlackMode.Socket(environment.secret(Setting.SLACK_APP_TOKEN, APP_TOKEN, "xapp-…"))
        : new SlackMode.Http(
            environment.secret(Setting.SLACK_SIGNING_SECRET, ANY, "the app's Signing Secret"));
  }

  private Optional<String> auditChannel() {
    Optional<String> channel = environment.value(Setting.MAILBRAKE_AUDIT_CHANNEL);
    if (channel.filter(Predicate.not(POSTABLE.asMatchPredicate())).isPresent()) {
      environment.problem(
          Setting.MAILBRAKE_AUDIT_CHANNEL, "must be the id of a channel", "C012AB3CD");
    }
    return channel;
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
