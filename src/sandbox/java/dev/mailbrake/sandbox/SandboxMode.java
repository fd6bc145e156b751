package dev.mailbrake.sandbox;

import dev.mailbrake.sandbox.slack.FakeSlack;
import java.net.URI;
import java.util.Locale;
import java.util.Map;

/** How Slack reaches the bot. */
public enum SandboxMode {
  /** Slack posts to the bot's Request URL. */
  HTTP("SLACK_SIGNING_SECRET", FakeSlack.SIGNING_SECRET),

  /** The bot opens sockets to Slack. */
  SOCKET("SLACK_APP_TOKEN", FakeSlack.APP_TOKEN);

  private final String variable;
  private final String secret;

  SandboxMode(String variable, String secret) {
    this.variable = variable;
    this.secret = secret;
  }

  /** The mode that the system property {@code mailbrake.slack} names, HTTP by default. */
  public static SandboxMode fromSystemProperty() {
    return named(System.getProperty("mailbrake.slack", "http"));
  }

  /** Looks up a mode by its lower-case name. */
  public static SandboxMode named(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }

  /**
   * Makes Slack reach the bots this way, and waits until they are connected.
   *
   * @param requestUrls one for each running bot
   */
  public void connect(FakeSlack slack, URI... requestUrls) {
    if (this == SOCKET) {
      slack.connectBySocket();
      slack.socket().awaitConnections(requestUrls.length);
    } else {
      slack.connect(requestUrls);
    }
  }

  /** The variable that only a bot in this mode needs. */
  Map<String, String> credential() {
    return Map.of(variable, secret);
  }

  @Override
  public String toString() {
    return this == HTTP ? "HTTP" : "Socket Mode";
  }
}
