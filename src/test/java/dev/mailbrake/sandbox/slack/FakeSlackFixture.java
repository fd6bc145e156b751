package dev.mailbrake.sandbox.slack;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.methods.MethodsClient;
import dev.mailbrake.sandbox.MovableClock;
import org.junit.jupiter.api.AutoClose;

/** A fresh stand-in for each test, and Slack's own SDK pointed at it. */
abstract class FakeSlackFixture {

  private static final Slack SDK = Slack.getInstance(config());

  final MovableClock clock = new MovableClock();
  @AutoClose final FakeSlack slack = FakeSlack.start(clock);

  MethodsClient client() {
    return client(FakeSlack.BOT_TOKEN);
  }

  MethodsClient app() {
    return client(FakeSlack.APP_TOKEN);
  }

  MethodsClient client(String token) {
    MethodsClient methods = SDK.methods(token);
    methods.setEndpointUrlPrefix(slack.apiUrl().toString());
    return methods;
  }

  static SlackConfig config() {
    SlackConfig config = new SlackConfig();
    config.setProxyUrl(null);
    config.setHttpClientReadTimeoutMillis(5_000);
    return config;
  }
}
