package dev.mailbrake.sandbox.slack;

import static dev.mailbrake.sandbox.slack.people.SampleWorkspace.ADA;
import static dev.mailbrake.sandbox.slack.people.SampleWorkspace.MAIL_SECURITY;
import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.socket_mode.SocketModeClient;
import com.slack.api.socket_mode.impl.SocketModeClientTyrusImpl;
import com.slack.api.socket_mode.response.AckResponse;
import org.junit.jupiter.api.Test;

/** Slack's own client works with FakeSlack as with Slack. */
class BoltSocketTest extends FakeSlackFixture {

  @Test
  void acceptsACommandAndMovesToANewConnectionWhenTold() throws Exception {
    slack.connectBySocket();
    SlackConfig config = config();
    config.setMethodsEndpointUrlPrefix(slack.apiUrl().toString());
    Slack sdk = Slack.getInstance(config);
    try (SocketModeClient bolt = new SocketModeClientTyrusImpl(sdk, FakeSlack.APP_TOKEN)) {
      bolt.addSlashCommandsEnvelopeListener(
          envelope -> bolt.sendSocketModeResponse(new AckResponse(envelope.getEnvelopeId())));
      bolt.connect();
      slack.socket().awaitConnections(1);
      assertThat(slack.as(ADA).in(MAIL_SECURITY).types("/mail-status").status()).isEqualTo(200);

      slack.socket().disconnect("refresh_requested");
      slack.socket().awaitConnections(1);

      assertThat(slack.as(ADA).in(MAIL_SECURITY).types("/mail-status").status()).isEqualTo(200);
      assertThat(slack.socket().opened()).isEqualTo(2);
      assertThat(slack.socket().errors()).isEmpty();
    }
    slack.socket().awaitConnections(0);
  }
}
