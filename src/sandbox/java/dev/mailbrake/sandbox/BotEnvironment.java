package dev.mailbrake.sandbox;

import dev.mailbrake.config.Configuration;
import dev.mailbrake.sandbox.database.FreshDatabase;
import dev.mailbrake.sandbox.slack.FakeSlack;
import dev.mailbrake.sandbox.slack.people.SampleWorkspace;
import dev.mailbrake.sandbox.zoho.FakeZoho;
import java.util.HashMap;
import java.util.Map;

/**
 * The environment that an operator would set; nothing in it reveals the two stand-ins.
 *
 * @param database where the bot keeps its record
 * @param mode how Slack reaches the bot
 */
public record BotEnvironment(
    FakeSlack slack, FakeZoho zoho, FreshDatabase database, SandboxMode mode) {

  /** For Slack over HTTP. */
  public BotEnvironment(FakeSlack slack, FakeZoho zoho, FreshDatabase database) {
    this(slack, zoho, database, SandboxMode.HTTP);
  }

  public Map<String, String> environment() {
    Map<String, String> variables = new HashMap<>(mode.credential());
    variables.putAll(commonVariables());
    return Map.copyOf(variables);
  }

  private Map<String, String> commonVariables() {
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

  /** The configuration from these variables, served on the loopback interface only. */
  public Configuration configuration() {
    return configuration(Map.of());
  }

  /**
   * The same with more variables.
   *
   * @param others added to the usual ones, or replacing them
   */
  public Configuration configuration(Map<String, String> others) {
    Map<String, String> variables = new HashMap<>(environment());
    variables.putAll(others);
    return Configuration.from(variables).on("127.0.0.1");
  }
}
