package dev.mailbrake.config;

import dev.mailbrake.config.Configuration.Authority;
import dev.mailbrake.config.Configuration.Limits;
import dev.mailbrake.config.Configuration.Listen;
import dev.mailbrake.config.ZohoSettings.Authentication;
import dev.mailbrake.config.ZohoSettings.OAuthClient;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The reading of the environment into a configuration, problem after problem, to the end. */
final class ConfigurationReader {
  private static final Pattern ANY = Pattern.compile(".+");
  private static final Pattern BOT_TOKEN = Pattern.compile("xoxb-\\S+");
  private static final Pattern APP_TOKEN = Pattern.compile("xapp-\\S+");
  private static final Pattern METRICS_TOKEN = Pattern.compile("[!-~]{16,}");
  private static final Pattern POSTABLE = Pattern.compile("[CG][A-Z0-9]+");
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,20}");
  private static final String EVERYWHERE = "0.0.0.0";
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration DAY = Duration.ofDays(1);

  private final Environment environment;

  ConfigurationReader(Environment environment) {
    this.environment = environment;
  }

  /**
   * Reads everything.
   *
   * @throws InvalidConfiguration with all problems at once
   */
  Configuration read() {
    environment.oneOf(Setting.MAILBRAKE_LOG_FORMAT, Set.of("text", "json"));
    SlackSettings slack = slack();
    ZohoSettings zoho = zoho();
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
            .url(Setting.SLACK_API_URL, Setting.SLACK_API_URL.otherwise())
            .map(URI::toString)
            .orElse(Setting.SLACK_API_URL.otherwise());
    return new SlackSettings(
        environment.secret(Setting.SLACK_BOT_TOKEN, BOT_TOKEN, "xoxb-…"),
        mode(),
        URI.create(url.replaceAll("/+$", "") + "/"),
        auditChannel());
  }

  /** Slack sends by one way only: with Socket Mode switched on, it posts to no address. */
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

  private ZohoSettings zoho() {
    DataCenter center =
        DataCenter.of(environment.oneOf(Setting.ZOHO_DATA_CENTER, DataCenter.codes()));
    Optional<String> zoid = environment.value(Setting.ZOHO_ORGANIZATION_ID);
    if (zoid.filter(Predicate.not(NUMBER.asMatchPredicate())).isPresent()) {
      environment.problem(Setting.ZOHO_ORGANIZATION_ID, "must be a number", "76006415");
    }
    String authentication = environment.oneOf(Setting.ZOHO_AUTHENTICATION, Set.of("admin", "user"));
    return new ZohoSettings(
        base(Setting.ZOHO_ACCOUNTS_URL, center.accounts()),
        base(Setting.ZOHO_MAIL_URL, center.mail()),
        client(),
        Authentication.valueOf(authentication.toUpperCase(Locale.ROOT)),
        zoid,
        environment.number(Setting.ZOHO_REQUESTS_PER_MINUTE, 3, 100_000),
        environment.oneOf(Setting.MAILBRAKE_DRY_RUN, Set.of("true", "false")).equals("true"));
  }

  private URI base(Setting setting, URI otherwise) {
    URI url = environment.url(setting, otherwise.toString()).orElse(otherwise);
    return URI.create(url.toString().replaceAll("/+$", ""));
  }

  private OAuthClient client() {
    return new OAuthClient(
        environment.required(Setting.ZOHO_CLIENT_ID, ANY, "1000.…"),
        environment.secret(Setting.ZOHO_CLIENT_SECRET, ANY, "the client's secret"),
        environment.secret(Setting.ZOHO_REFRESH_TOKEN, ANY, "1000.…"));
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
