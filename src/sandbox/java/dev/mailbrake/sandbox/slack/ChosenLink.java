package dev.mailbrake.sandbox.slack;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** The one of the two ways that the app is set to, as in Slack's own settings: never both. */
final class ChosenLink implements BotLink {

  private final HttpLink http;
  private final SocketLink socket;
  private volatile boolean bySocket;
  private volatile Optional<Payload> last = Optional.empty();

  ChosenLink(HttpLink http, SocketLink socket) {
    this.http = http;
    this.socket = socket;
  }

  void byHttp(URI... events) {
    http.connect(events);
    bySocket = false;
  }

  void bySocket() {
    bySocket = true;
  }

  void waitAtMost(Duration time) {
    http.waitAtMost(time);
    socket.waitAtMost(time);
  }

  @Override
  public BotAnswer send(Payload payload) {
    last = Optional.of(payload);
    return bySocket ? socket.send(payload) : http.send(payload);
  }

  BotAnswer redeliver() {
    Payload before = last.orElseThrow(() -> new IllegalStateException("Nothing was delivered yet"));
    return send(before.again());
  }

  BotAnswer post(Delivery delivery) {
    if (bySocket) {
      throw new IllegalStateException("Nothing can be posted to a bot in Socket Mode");
    }
    return http.post(delivery);
  }
}
