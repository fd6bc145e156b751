package dev.mailbrake.sandbox.slack;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.methods.MethodsClient;
import dev.mailbrake.sandbox.MovableClock;
import org.junit.jupiter.api.AutoClose;

/** A new FakeSlack for each test, and Slack's own SDK pointed at it. */
public abstract class FakeSlackFixture {

  private static final Slack SDK = Slack.getInstance(config());

  protected final MovableClock clock = new MovableClock();
  @AutoClose protected final FakeSlack slack = FakeSlack.start(clock);

  protected MethodsClient client() {
    return client(FakeSlack.BOT_TOKEN);
  }

  protected MethodsClient app() {
    return client(FakeSlack.APP_TOKEN);
  }

  protected MethodsClient client(String token) {
    MethodsClient methods = SDK.methods(token);
    methods.setEndpointUrlPrefix(slack.apiUrl().toString());
    return methods;
  }

  protected static SlackConfig config() {
    SlackConfig config = new SlackConfig();
    config.setProxyUrl(null);
    config.setHttpClientReadTimeoutMillis(5_000);
    return config;
  }
}
