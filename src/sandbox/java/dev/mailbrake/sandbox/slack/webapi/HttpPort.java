package dev.mailbrake.sandbox.slack.webapi;

import dev.mailbrake.sandbox.slack.socket.SocketHandshake;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.websocket.server.ServerWebSocketContainer;
import org.eclipse.jetty.websocket.server.WebSocketCreator;
import org.eclipse.jetty.websocket.server.WebSocketUpgradeHandler;

/** A free loopback port that is bound at once, so its address is known before it is served. */
public final class HttpPort implements AutoCloseable {

  private static final long LONGEST_MESSAGE = 1_000_000;

  private final Server server;
  private final ServerConnector connector;

  public HttpPort() {
    QueuedThreadPool threads = new QueuedThreadPool(32, 4);
    threads.setName("slack");
    threads.setDaemon(true);
    server = new Server(threads);
    connector = new ServerConnector(server, 1, 1);
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    try {
      connector.open();
    } catch (IOException taken) {
      throw new UncheckedIOException("Cannot bind a loopback port", taken);
    }
  }

  public URI base() {
    return URI.create("http://127.0.0.1:" + connector.getLocalPort() + "/");
  }

  /** The open connections that carry calls, not sockets. */
  private List<EndPoint> callConnections() {
    return connector.getConnectedEndPoints().stream()
        .filter(line -> line.getConnection() instanceof Connection.UpgradeFrom)
        .toList();
  }

  public int countConnections() {
    return callConnections().size();
  }

  public void hangUp() {
    callConnections().forEach(EndPoint::close);
  }

  public void serve(Handler handler, WebSocketCreator sockets) {
    WebSocketUpgradeHandler upgrade =
        WebSocketUpgradeHandler.from(server, container -> open(container, sockets));
    upgrade.setHandler(handler);
    server.setHandler(upgrade);
    try {
      server.start();
    } catch (Exception broken) {
      throw new IllegalStateException("Cannot start the Slack stand-in", broken);
    }
  }

  /** No idle timeout: it is not for this port to decide which side ends a silence. */
  private static void open(ServerWebSocketContainer container, WebSocketCreator sockets) {
    container.setIdleTimeout(Duration.ZERO);
    container.setMaxTextMessageSize(LONGEST_MESSAGE);
    container.addMapping(SocketHandshake.PATH + "*", sockets);
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception broken) {
      throw new IllegalStateException("Cannot stop the Slack stand-in", broken);
    }
  }
}
