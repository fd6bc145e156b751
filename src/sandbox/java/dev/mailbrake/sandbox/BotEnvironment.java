package dev.mailbrake.sandbox;

import dev.mailbrake.config.Configuration;
import dev.mailbrake.sandbox.database.FreshDatabase;
import dev.mailbrake.sandbox.slack.FakeSlack;
import dev.mailbrake.sandbox.slack.people.SampleWorkspace;
import dev.mailbrake.sandbox.zoho.FakeZoho;
import java.util.HashMap;
import java.util.Map;

/**
 * What an operator would set for a bot between the two stand-ins; nothing in it says that they are.
 *
 * @param database where its record is kept
 * @param mode which way Slack reaches it
 */
public record BotEnvironment(
    FakeSlack slack, FakeZoho zoho, FreshDatabase database, SandboxMode mode) {

  /** Where Slack reaches it over HTTP. */
  public BotEnvironment(FakeSlack slack, FakeZoho zoho, FreshDatabase database) {
    this(slack, zoho, database, SandboxMode.HTTP);
  }

  /** The environment variables. */
  public Map<String, String> environment() {
    Map<String, String> variables = new HashMap<>(mode.credential());
    variables.putAll(inEitherMode());
    return Map.copyOf(variables);
  }

  private Map<String, String> inEitherMode() {
    return Map.ofEntries(
        Map.entry("SLACK_BOT_TOKEN", FakeSlack.BOT_TOKEN),
        Map.entry("SLACK_API_URL", slack.apiUrl().toString()),
        Map.entry("ZOHO_CLIENT_ID", FakeZoho.CLIENT_ID),
        Map.entry("ZOHO_CLIENT_SECRET", FakeZoho.CLIENT_SECRET),
        Map.entry("ZOHO_REFRESH_TOKEN", FakeZoho.REFRESH_TOKEN),
        Map.entry("ZOHO_MAIL_URL", zoho.url().toString()),
        Map.entry("ZOHO_ACCOUNTS_URL", zoho.url().toString()),
        Map.entry("MAILBRAKE_APPROVERS", SampleWorkspace.ADA + "," + SampleWorkspace.ON_CALL),
        Map.entry("DATABASE_URL", database.url()),
        Map.entry("PORT", "0"));
  }

  /** The configuration by these variables, served on the loopback interface only. */
  public Configuration configuration() {
    return configuration(Map.of());
  }

  /**
   * The same with other variables.
   *
   * @param others beside the usual ones, or in their place
   */
  public Configuration configuration(Map<String, String> others) {
    Map<String, String> variables = new HashMap<>(environment());
    variables.putAll(others);
    return Configuration.from(variables).on("127.0.0.1");
  }
}
