package dev.mailbrake.ops;

import java.net.BindException;
import java.time.Duration;
import java.util.List;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows neither a version nor an error page. */
public final class HttpServer implements AutoCloseable {
  private static final int THREADS = 32;
  private static final Duration GRACE = Duration.ofSeconds(3);

  /** A stopping server waits for no idle connection. */
  private static final Duration IDLE_AT_THE_END = Duration.ofMillis(50);

  private static final Duration IDLE = Duration.ofSeconds(30);

  private static final Logger LOG = LoggerFactory.getLogger(HttpServer.class);

  private final Server server;
  private final ServerConnector connector;

  /** Serves after {@link #start}; {@code port} may be 0 for any free one. */
  public HttpServer(String host, int port, List<? extends Handler> handlers) {
    server = new Server(new QueuedThreadPool(THREADS, 4));
    HttpConfiguration configuration = new HttpConfiguration();
    configuration.setSendServerVersion(false);
    // Jetty would reuse an earlier value, even a token, that differs only in case.
    configuration.setHeaderCacheSize(0);
    connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(configuration));
    connector.setHost(host);
    connector.setPort(port);
    connector.setIdleTimeout(IDLE.toMillis());
    connector.setShutdownIdleTimeout(IDLE_AT_THE_END.toMillis());
    server.addConnector(connector);
    server.setHandler(new GracefulHandler(new Handler.Sequence(List.copyOf(handlers))));
    server.setErrorHandler(HttpServer::answerWithoutPage);
    server.setStopTimeout(GRACE.toMillis());
  }

  private static boolean answerWithoutPage(Request request, Response response, Callback callback) {
    if (response.getStatus() < HttpStatus.BAD_REQUEST_400) {
      response.setStatus(HttpStatus.NOT_FOUND_404);
    }
    response.write(true, null, callback);
    return true;
  }

  /** Throws {@link IllegalStateException} if the port is in use. */
  public void start() {
    try {
      server.start();
    } catch (Exception failed) {
      throw new IllegalStateException(words(failed), failed);
    }
  }

  private String words(Exception failed) {
    return failed.getCause() instanceof BindException
        ? "port %d is in use, or this user may not open it (set PORT)"
            .formatted(connector.getPort())
        : "the HTTP server cannot start: " + failed;
  }

  public int port() {
    return connector.getLocalPort();
  }

  /** Accepts nothing more, and finishes answers in progress. */
  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception unclean) {
      LOG.warn("requests were still open and were dropped: {}", unclean.toString());
    }
  }
}
