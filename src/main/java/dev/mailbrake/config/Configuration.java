package dev.mailbrake.config;

import dev.mailbrake.policy.Approvers;
import dev.mailbrake.policy.ReasonPattern;
import dev.mailbrake.policy.SecondApproval;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The whole configuration, complete and checked.
 *
 * @param slack how Slack is reached
 * @param zoho how Zoho is reached
 * @param authority who may do what
 * @param limits of commands and requests
 * @param database where the record is kept
 * @param listen where HTTP is served
 */
public record Configuration(
    SlackSettings slack,
    ZohoSettings zoho,
    Authority authority,
    Limits limits,
    DatabaseSettings database,
    Listen listen) {
  /**
   * Where HTTP is served.
   *
   * @param host the address of an interface; {@code 0.0.0.0} for all
   * @param port 0 for any free port
   */
  public record Listen(String host, int port) {}

  /**
   * Who may do what.
   *
   * @param channels ids; empty for all
   * @param reasonForm empty if a reason is not required
   * @param second when a change needs two approvers
   */
  public record Authority(
      Approvers approvers,
      Set<String> channels,
      Optional<ReasonPattern> reasonForm,
      SecondApproval second) {}

  /**
   * Limits of commands and requests.
   *
   * @param mailboxes per command
   * @param block the longest that can be asked for
   * @param confirmWithin how long a request waits
   */
  public record Limits(int mailboxes, Duration block, Duration confirmWithin) {}

  /**
   * Reads the environment.
   *
   * @throws InvalidConfiguration with all problems at once
   */
  public static Configuration from(Map<String, String> variables) {
    return new ConfigurationReader(new Environment(variables)).read();
  }

  /** The same, but served to one interface only. */
  public Configuration on(String host) {
    return new Configuration(
        slack, zoho, authority, limits, database, new Listen(host, listen.port()));
  }

  /** Settings that have no effect in this version, to be said aloud at the start. */
  public static Set<String> withoutEffect(Map<String, String> variables) {
    Environment environment = new Environment(variables);
    return Stream.of(Setting.MAILBRAKE_METRICS_TOKEN)
        .filter(setting -> environment.value(setting).isPresent())
        .map(Setting::name)
        .collect(Collectors.toSet());
  }
}
