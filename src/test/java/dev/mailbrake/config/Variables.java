package dev.mailbrake.config;

import dev.mailbrake.config.ZohoApplication.ZohoServers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Environment variables: the minimum that starts the bot, and others added to them. */
final class Variables {
  static final Map<String, String> MINIMAL =
      Map.of(
          "SLACK_BOT_TOKEN", "xoxb-bot-secret",
          "SLACK_SIGNING_SECRET", "signing-secret",
          "ZOHO_CLIENT_ID", "1000.CLIENT",
          "ZOHO_CLIENT_SECRET", "client-secret",
          "ZOHO_REFRESH_TOKEN", "1000.refresh-secret",
          "MAILBRAKE_APPROVERS", "U0ADA00001");

  private Variables() {}

  static Map<String, String> minimalAnd(String... keysAndValues) {
    Map<String, String> all = new HashMap<>(MINIMAL);
    for (int i = 0; i < keysAndValues.length; i += 2) {
      all.put(keysAndValues[i], keysAndValues[i + 1]);
    }
    return all;
  }

  static Configuration configuration(String... keysAndValues) {
    return Configuration.from(minimalAnd(keysAndValues));
  }

  static ZohoServers zohoServers(String... keysAndValues) {
    return configuration(keysAndValues).zoho().application().servers();
  }

  /** All problems of these variables, one per line; empty if there are none. */
  static List<String> problems(Map<String, String> variables) {
    return invalid(variables).map(InvalidConfiguration::problems).orElse(List.of()).stream()
        .map(InvalidConfiguration.Problem::sentences)
        .toList();
  }

  static List<String> problems(String... keysAndValues) {
    return problems(minimalAnd(keysAndValues));
  }

  private static Optional<InvalidConfiguration> invalid(Map<String, String> variables) {
    try {
      Configuration.from(variables);
      return Optional.empty();
    } catch (InvalidConfiguration invalid) {
      return Optional.of(invalid);
    }
  }
}
