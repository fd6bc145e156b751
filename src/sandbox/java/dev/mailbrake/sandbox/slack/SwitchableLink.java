package dev.mailbrake.sandbox.slack;

import dev.mailbrake.sandbox.slack.delivery.BotAnswer;
import dev.mailbrake.sandbox.slack.delivery.BotLink;
import dev.mailbrake.sandbox.slack.delivery.BotPayload;
import dev.mailbrake.sandbox.slack.delivery.BotRequest;
import dev.mailbrake.sandbox.slack.delivery.HttpLink;
import dev.mailbrake.sandbox.slack.socket.SocketLink;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** The one transport that the app is set to; as in Slack's own settings, never both. */
public final class SwitchableLink implements BotLink {

  private final HttpLink http;
  private final SocketLink socket;
  private volatile boolean bySocket;
  private volatile Optional<BotPayload> last = Optional.empty();

  public SwitchableLink(HttpLink http, SocketLink socket) {
    this.http = http;
    this.socket = socket;
  }

  public void byHttp(URI... events) {
    http.connect(events);
    bySocket = false;
  }

  public void bySocket() {
    bySocket = true;
  }

  public void waitAtMost(Duration time) {
    http.waitAtMost(time);
    socket.waitAtMost(time);
  }

  @Override
  public BotAnswer send(BotPayload payload) {
    last = Optional.of(payload);
    return bySocket ? socket.send(payload) : http.send(payload);
  }

  public BotAnswer redeliver() {
    BotPayload before =
        last.orElseThrow(() -> new IllegalStateException("Nothing has been delivered yet"));
    return send(before.again());
  }

  public BotAnswer post(BotRequest delivery) {
    if (bySocket) {
      throw new IllegalStateException("Cannot post to a bot in Socket Mode");
    }
    return http.post(delivery);
  }
}
