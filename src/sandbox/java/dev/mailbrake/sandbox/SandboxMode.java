package dev.mailbrake.sandbox;

import dev.mailbrake.sandbox.slack.FakeSlack;
import java.net.URI;
import java.util.Locale;
import java.util.Map;

/** Which way Slack reaches the bot. */
public enum SandboxMode {
  /** Slack posts to the bot's Request URL. */
  HTTP("SLACK_SIGNING_SECRET", FakeSlack.SIGNING_SECRET),

  /** The bot holds sockets open to Slack. */
  SOCKET("SLACK_APP_TOKEN", FakeSlack.APP_TOKEN);

  private final String variable;
  private final String secret;

  SandboxMode(String variable, String secret) {
    this.variable = variable;
    this.secret = secret;
  }

  /** The one that the system property {@code mailbrake.slack} names; HTTP if it names none. */
  public static SandboxMode ofStories() {
    return named(System.getProperty("mailbrake.slack", "http"));
  }

  /** By its name in lower case. */
  public static SandboxMode named(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }

  /**
   * Tells Slack to reach the bots in this way, and waits until they are there.
   *
   * @param requestUrls one for each bot that runs
   */
  public void connect(FakeSlack slack, URI... requestUrls) {
    if (this == SOCKET) {
      slack.connectBySocket();
      slack.socket().awaitConnections(requestUrls.length);
    } else {
      slack.connect(requestUrls);
    }
  }

  /** The variable that a bot in this mode needs and the other does not. */
  Map<String, String> credential() {
    return Map.of(variable, secret);
  }

  @Override
  public String toString() {
    return this == HTTP ? "HTTP" : "Socket Mode";
  }
}
