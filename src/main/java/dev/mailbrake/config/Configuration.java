package dev.mailbrake.config;

import dev.mailbrake.policy.Approvers;
import dev.mailbrake.policy.ReasonPattern;
import dev.mailbrake.policy.SecondApproval;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The whole configuration, valid. {@code listen} is empty in Socket Mode without a port. */
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
   * @param host an interface's address; {@code 0.0.0.0} for all
   * @param port 0 for any free port
   * @param metricsToken empty if {@code /metrics} is off
   */
  public record Listen(String host, int port, Optional<Secret> metricsToken) {}

  /** Who may do what, in which channels (empty: in all). Without a pattern, no reason is needed. */
  public record Authority(
      Approvers approvers,
      Set<String> channels,
      Optional<ReasonPattern> reasonPattern,
      SecondApproval second) {}

  /** Mailboxes per command, the longest temporary block, and how long a request waits. */
  public record Limits(int mailboxes, Duration block, Duration confirmWithin) {}

  /** Throws {@link InvalidConfiguration} with all problems at once. */
  public static Configuration from(Map<String, String> variables) {
    return new ConfigurationReader(new Environment(variables)).read();
  }

  /** Like {@link #from}, for a command that needs only the database. */
  public static DatabaseSettings database(Map<String, String> variables) {
    return new ConfigurationReader(new Environment(variables)).readDatabase();
  }

  /** The same configuration, served on one interface only. */
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
