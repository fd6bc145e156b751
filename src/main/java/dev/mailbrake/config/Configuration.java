package dev.mailbrake.config;

import dev.mailbrake.policy.Approvers;
import dev.mailbrake.policy.ReasonPattern;
import dev.mailbrake.policy.SecondApproval;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The whole configuration, complete and checked.
 *
 * @param slack how Slack is reached
 * @param zoho how Zoho is reached
 * @param authority who may do what
 * @param limits of commands and requests
 * @param database where the record is kept
 * @param listen where HTTP is served; empty in Socket Mode without a port
 */
public record Configuration(
    SlackSettings slack,
    ZohoSettings zoho,
    Authority authority,
    Limits limits,
    DatabaseSettings database,
    Optional<Listen> listen) {
  /**
   * Where HTTP is served.
   *
   * @param host the address of an interface; {@code 0.0.0.0} for all
   * @param port 0 for any free port
   * @param metricsToken what {@code /metrics} asks for; empty if it is off
   */
  public record Listen(String host, int port, Optional<Secret> metricsToken) {}

  /**
   * Who may do what.
   *
   * @param channels ids; empty for all
   * @param reasonPattern empty if a reason is not required
   * @param second when a change needs two approvers
   */
  public record Authority(
      Approvers approvers,
      Set<String> channels,
      Optional<ReasonPattern> reasonPattern,
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

  /**
   * Reads where the record is, and nothing that only the bot needs.
   *
   * @throws InvalidConfiguration with all problems at once
   */
  public static DatabaseSettings database(Map<String, String> variables) {
    return new ConfigurationReader(new Environment(variables)).readDatabase();
  }

  /** The same, but served to one interface only. */
  public Configuration on(String host) {
    return new Configuration(
        slack,
        zoho,
        authority,
        limits,
        database,
        listen.map(all -> new Listen(host, all.port(), all.metricsToken())));
  }
}
