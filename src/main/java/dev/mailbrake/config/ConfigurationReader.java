package dev.mailbrake.config;

import dev.mailbrake.config.Configuration.Authority;
import dev.mailbrake.config.Configuration.Limits;
import dev.mailbrake.config.Configuration.Listen;
import dev.mailbrake.config.ZohoSettings.Authentication;
import dev.mailbrake.config.ZohoSettings.OAuthClient;
import dev.mailbrake.policy.Approvers;
import dev.mailbrake.policy.ReasonPattern;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;

/** The reading of the environment into a configuration, problem after problem, to the end. */
final class ConfigurationReader {
  private static final Pattern ANY = Pattern.compile(".+");
  private static final Pattern BOT_TOKEN = Pattern.compile("xoxb-\\S+");
  private static final Pattern APPROVER = Pattern.compile("[UWS][A-Z0-9]{1,30}");
  private static final Pattern CHANNEL = Pattern.compile("[CGD][A-Z0-9]{1,30}");
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
    refuseWhatComesLater();
    environment.oneOf(Setting.MAILBRAKE_LOG_FORMAT, Set.of("text", "json"));
    SlackSettings slack = slack();
    ZohoSettings zoho = zoho();
    Optional<Authority> authority = authority();
    Limits limits = limits();
    DatabaseSettings database = database();
    int port = environment.number(Setting.PORT, 0, 65_535);
    environment.finish();
    return new Configuration(
        slack, zoho, authority.orElseThrow(), limits, database, new Listen(EVERYWHERE, port));
  }

  /** Silence about a safeguard that does not work would be worse than not starting. */
  private void refuseWhatComesLater() {
    environment.refuse(
        Setting.SLACK_APP_TOKEN,
        "is not available yet (Socket Mode)",
        "Remove it and use HTTP with SLACK_SIGNING_SECRET.");
    environment.refuse(
        Setting.MAILBRAKE_PROTECTED,
        "is not available yet (second approver)",
        "Remove it; nothing would protect these mailboxes.");
    refuseSecondApproval(Setting.MAILBRAKE_BLOCK_APPROVALS);
    refuseSecondApproval(Setting.MAILBRAKE_UNBLOCK_APPROVALS);
    if (environment
        .value(Setting.MAILBRAKE_HOURLY_BLOCKS)
        .filter(Predicate.not(NUMBER.asMatchPredicate()))
        .isPresent()) {
      environment.problem(Setting.MAILBRAKE_HOURLY_BLOCKS, "must be a number", "20");
    }
  }

  private void refuseSecondApproval(Setting setting) {
    if (environment.number(setting, 1, 2) == 2) {
      environment.problem(setting, "is 2, but a second approver is not available yet", "1");
    }
  }

  private SlackSettings slack() {
    String url =
        environment
            .url(Setting.SLACK_API_URL, Setting.SLACK_API_URL.otherwise())
            .map(URI::toString)
            .orElse(Setting.SLACK_API_URL.otherwise());
    return new SlackSettings(
        environment.secret(Setting.SLACK_BOT_TOKEN, BOT_TOKEN, "xoxb-…"),
        environment.secret(Setting.SLACK_SIGNING_SECRET, ANY, "the app's Signing Secret"),
        URI.create(url.replaceAll("/+$", "") + "/"));
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

  private Optional<Authority> authority() {
    Set<String> ids =
        environment.list(Setting.MAILBRAKE_APPROVERS, APPROVER, "U012AB3CD,S045EF6GH");
    if (ids.isEmpty()) {
      environment.problem(
          Setting.MAILBRAKE_APPROVERS, "names nobody, so nobody could use it", "U012AB3CD");
    }
    Set<String> channels =
        environment.list(Setting.MAILBRAKE_CHANNELS, CHANNEL, "C012AB3CD,C045EF6GH");
    if (channels.isEmpty() && environment.value(Setting.MAILBRAKE_CHANNELS).isPresent()) {
      environment.problem(Setting.MAILBRAKE_CHANNELS, "names no channel", "C012AB3CD,C045EF6GH");
    }
    Optional<ReasonPattern> form = reasonForm();
    if (ids.isEmpty()) {
      return Optional.empty();
    }
    Map<Boolean, Set<String>> groups =
        ids.stream()
            .collect(Collectors.partitioningBy(id -> id.startsWith("S"), Collectors.toSet()));
    Approvers approvers =
        new Approvers(groups.getOrDefault(false, Set.of()), groups.getOrDefault(true, Set.of()));
    return Optional.of(new Authority(approvers, channels, form));
  }

  private Optional<ReasonPattern> reasonForm() {
    Optional<String> pattern = environment.value(Setting.MAILBRAKE_REASON_PATTERN);
    try {
      return pattern.map(Pattern::compile).map(ReasonExample::of);
    } catch (PatternSyntaxException wrong) {
      environment.problem(
          Setting.MAILBRAKE_REASON_PATTERN,
          "is not a regular expression: " + wrong.getDescription(),
          "(INC|SEC)-[0-9]+");
      return Optional.empty();
    }
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
