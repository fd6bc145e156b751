package dev.mailbrake.sandbox.page;

import dev.mailbrake.sandbox.slack.FakeSlack;
import dev.mailbrake.sandbox.zoho.FakeZoho;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The sandbox's web page, served on 127.0.0.1 only. */
public final class SandboxPage implements AutoCloseable {

  private final Server server;
  private final ServerConnector connector;
  private final Broadcast broadcast;

  private SandboxPage(Server server, ServerConnector connector, Broadcast broadcast) {
    this.server = server;
    this.connector = connector;
    this.broadcast = broadcast;
  }

  /**
   * Serves the page.
   *
   * @param port the preferred port; any free one if it is 0 or taken
   */
  public static SandboxPage start(int port, FakeSlack slack, FakeZoho zoho, ShiftedClock clock) {
    FaultSwitches switches = FaultSwitches.of(slack, zoho);
    Broadcast broadcast = new Broadcast(new SnapshotBuilder(slack, zoho, switches, clock)::json);
    slack.onChange(broadcast::scheduleUpdate);
    zoho.onChange(broadcast::scheduleUpdate);
    PageActions deeds = new PageActions(slack, zoho, switches, clock);
    Server server = server();
    server.setHandler(new SameOriginGuard(new PageHandler(PageFiles.load(), broadcast, deeds)));
    ServerConnector connector = bound(server, port);
    server.addConnector(connector);
    try {
      server.start();
    } catch (Exception broken) {
      throw new IllegalStateException("Cannot start the page", broken);
    }
    return new SandboxPage(server, connector, broadcast);
  }

  public URI url() {
    return URI.create("http://127.0.0.1:" + connector.getLocalPort() + "/");
  }

  private static Server server() {
    QueuedThreadPool threads = new QueuedThreadPool(32, 4);
    threads.setName("page");
    threads.setDaemon(true);
    return new Server(threads);
  }

  private static ServerConnector bound(Server server, int port) {
    try {
      return open(server, port);
    } catch (IOException taken) {
      return anyFree(server);
    }
  }

  private static ServerConnector anyFree(Server server) {
    try {
      return open(server, 0);
    } catch (IOException broken) {
      throw new UncheckedIOException("No port is free on 127.0.0.1", broken);
    }
  }

  private static ServerConnector open(Server server, int port) throws IOException {
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
    connector.setHost("127.0.0.1");
    connector.setPort(port);
    connector.open();
    return connector;
  }

  @Override
  public void close() {
    broadcast.close();
    try {
      server.stop();
    } catch (Exception broken) {
      throw new IllegalStateException("Cannot stop the page", broken);
    }
  }
}
