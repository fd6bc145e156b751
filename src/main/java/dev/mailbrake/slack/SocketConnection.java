package dev.mailbrake.slack;

import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.response.apps.connections.AppsConnectionsOpenResponse;
import com.slack.api.socket_mode.SocketModeClient;
import com.slack.api.socket_mode.impl.SocketModeClientTyrusImpl;
import com.slack.api.socket_mode.queue.impl.ConcurrentLinkedMessageQueue;
import dev.mailbrake.config.Secret;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The connection of Socket Mode, on the SDK's client with its Tyrus backend. By itself it follows
 * Slack's {@code disconnect} messages to a new address; all else that breaks it is seen by {@link
 * #isAlive} and fixed by {@link #connect}.
 *
 * <p>The client's own monitor stays off: it asks for an address every ten seconds whatever Slack
 * answers, where one a minute is granted for sure, and nobody learns from it what is wrong.
 */
final class SocketConnection implements AutoCloseable {
  /** Where it points before its first connection, and never goes. */
  private static final String NOWHERE = "ws://127.0.0.1:0/";

  /** Each looks for a message every ten milliseconds, all on one thread. */
  private static final int POLLERS = 2;

  private static final long UNUSED_MONITOR_MILLIS = 1;

  private final SlackApi api;
  private final Secret appToken;
  private final SocketModeClient client;
  private boolean isClosed; // guarded by this

  /**
   * Connects nothing yet.
   *
   * @param message given each message as it comes, on the one thread that all wait for
   * @param closed told whenever a connection is closed, the old one of two as well
   */
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

  /** Whether Slack answers a ping now; waits for that up to three seconds. */
  boolean isAlive() {
    return client.verifyConnection();
  }

  /**
   * Asks Slack for an address and connects to it, once ({@code apps.connections.open}).
   *
   * @return why there is none; empty if there is
   */
  Optional<NoConnection> connect() {
    try {
      AppsConnectionsOpenResponse opened =
          api.slack().methods().appsConnectionsOpen(open -> open.token(appToken.reveal()));
      return opened.isOk() ? connect(opened.getUrl()) : Optional.of(SlackRefusal.toConnect(opened));
    } catch (IOException | SlackApiException | RuntimeException broken) {
      return Optional.of(SlackRefusal.toConnect(broken));
    }
  }

  private Optional<NoConnection> connect(String url) throws IOException {
    client.setWssUri(URI.create(url));
    client.connect();
    leaveIfClosed();
    return isAlive() ? Optional.empty() : Optional.of(NoConnection.SILENT);
  }

  /** Sends a message over the connection as it is now, even if that is not the one it answers. */
  synchronized void send(String message) {
    client.sendSocketModeResponse(message);
  }

  /** Left open, it would be given its share of what people do, and nobody would listen. */
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

  /**
   * Why there is no connection to Slack.
   *
   * @param why one sentence without a full stop
   * @param pause how long Slack wants to be left alone; zero where it did not say
   */
  record NoConnection(String why, Duration pause) {
    static final NoConnection SILENT = new NoConnection("Slack does not answer", Duration.ZERO);
  }
}
