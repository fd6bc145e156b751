package dev.mailbrake.slack;

import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.response.apps.connections.AppsConnectionsOpenResponse;
import com.slack.api.socket_mode.SocketModeClient;
import com.slack.api.socket_mode.impl.SocketModeClientTyrusImpl;
import com.slack.api.socket_mode.queue.impl.ConcurrentLinkedMessageQueue;
import dev.mailbrake.config.Secret;
import dev.mailbrake.request.port.Delivery;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The Socket Mode connection, on the SDK's client with its Tyrus backend. The client follows
 * Slack's {@code disconnect} messages to a new address; {@link #isAlive} notices whatever else
 * breaks it, and {@link #connect} fixes that. The client's own monitor stays off: it asks for an
 * address every ten seconds though Slack only guarantees one a minute, and hides what is wrong.
 */
final class SocketConnection implements AutoCloseable {
  /** Where the client points before its first connection; it never goes there. */
  private static final String NOWHERE = "ws://127.0.0.1:0/";

  /** Each polls every ten milliseconds, all on one thread. */
  private static final int POLLERS = 2;

  private static final long UNUSED_MONITOR_MILLIS = 1;
  private static final String CHECK_TOKEN =
      "; if that lasts, check SLACK_APP_TOKEN and whether the app has Socket Mode on";

  private final SlackApi api;
  private final Secret appToken;
  private final SocketModeClient client;
  private boolean isClosed; // guarded by this

  /** Connects nothing yet; {@code closed} runs for any connection that closes, even an old one. */
  SocketConnection(SlackApi api, Secret appToken, Consumer<String> message, Runnable closed) {
    this.api = api;
    this.appToken = appToken;
    client = client(api, appToken);
    client.addWebSocketMessageListener(message::accept);
    client.addWebSocketCloseListener((code, reason) -> closed.run());
  }

  private static SocketModeClient client(SlackApi api, Secret appToken) {
    try {
      return new SocketModeClientTyrusImpl(
          api.slack(),
          appToken.reveal(),
          NOWHERE,
          POLLERS,
          new ConcurrentLinkedMessageQueue(),
          true,
          false,
          UNUSED_MONITOR_MILLIS);
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Whether Slack answers a ping within three seconds. */
  boolean isAlive() {
    return client.verifyConnection();
  }

  /** Makes a single attempt ({@code apps.connections.open}); empty if it succeeded. */
  Optional<NoConnection> connect() {
    try {
      AppsConnectionsOpenResponse opened =
          api.slack().methods().appsConnectionsOpen(open -> open.token(appToken.reveal()));
      if (opened.isOk()) {
        return connect(opened.getUrl());
      }
      String why = SlackRefusal.answered(opened.getError()) + CHECK_TOKEN;
      return Optional.of(new NoConnection(why, Duration.ZERO));
    } catch (IOException | SlackApiException | RuntimeException broken) {
      Delivery.Later<?> later = SlackRefusal.of(broken);
      return Optional.of(new NoConnection(later.why(), later.pause()));
    }
  }

  private Optional<NoConnection> connect(String url) throws IOException {
    client.setWssUri(URI.create(url));
    client.connect();
    leaveIfClosed();
    return isAlive() ? Optional.empty() : Optional.of(NoConnection.SILENT);
  }

  /** Sends over the current connection, even if the message answers one from an earlier one. */
  synchronized void send(String message) {
    client.sendSocketModeResponse(message);
  }

  /** Left open, the connection would get its share of the interactions with nobody listening. */
  private synchronized void leaveIfClosed() throws IOException {
    if (isClosed) {
      client.disconnect();
    }
  }

  @Override
  public synchronized void close() throws IOException {
    isClosed = true;
    client.close();
  }

  /** One sentence without a full stop, and how long Slack asks us to wait; zero if unsaid. */
  record NoConnection(String why, Duration pause) {
    static final NoConnection SILENT = new NoConnection("Slack does not answer", Duration.ZERO);
  }
}
