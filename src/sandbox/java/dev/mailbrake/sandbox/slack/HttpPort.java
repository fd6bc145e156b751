package dev.mailbrake.sandbox.slack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** A loopback port that is bound at once, so that its address is known, and served later. */
final class HttpPort implements AutoCloseable {

  private final Server server;
  private final ServerConnector connector;

  /** Binds; port 0 takes any free one. */
  HttpPort(int port) {
    QueuedThreadPool threads = new QueuedThreadPool(32, 4);
    threads.setName("slack");
    threads.setDaemon(true);
    server = new Server(threads);
    connector = new ServerConnector(server, 1, 1);
    connector.setHost("127.0.0.1");
    connector.setPort(port);
    server.addConnector(connector);
    try {
      connector.open();
    } catch (IOException taken) {
      throw new UncheckedIOException("Cannot bind port " + port, taken);
    }
  }

  URI base() {
    return URI.create("http://127.0.0.1:" + connector.getLocalPort() + "/");
  }

  void serve(Handler handler) {
    server.setHandler(handler);
    try {
      server.start();
    } catch (Exception broken) {
      throw new IllegalStateException("The stand-in for Slack does not start", broken);
    }
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception broken) {
      throw new IllegalStateException("The stand-in for Slack does not stop", broken);
    }
  }
}
