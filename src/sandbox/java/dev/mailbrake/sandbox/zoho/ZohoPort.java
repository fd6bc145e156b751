package dev.mailbrake.sandbox.zoho;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;

/**
 * The loopback port: turns HTTP into calls, and delivers each answer in the way it asks for. No
 * thread waits while an answer is late.
 */
final class ZohoPort extends Handler.Abstract {

  private final Function<ZohoCall, ZohoAnswer> zoho;
  private final FakeZohoSettings settings;
  private final Supplier<Instant> date;

  private ZohoPort(
      Function<ZohoCall, ZohoAnswer> zoho, FakeZohoSettings settings, Supplier<Instant> date) {
    this.zoho = zoho;
    this.settings = settings;
    this.date = date;
  }

  static Server start(
      int port,
      Function<ZohoCall, ZohoAnswer> zoho,
      FakeZohoSettings settings,
      Supplier<Instant> date) {
    QueuedThreadPool threads = new QueuedThreadPool();
    threads.setName("fake-zoho");
    threads.setDaemon(true);
    Server server = new Server(threads);
    server.addConnector(connector(server, port));
    server.setHandler(new ZohoPort(zoho, settings, date));
    server.setErrorHandler(ZohoPort::blank);
    try {
      server.start();
    } catch (Exception failure) {
      throw new IllegalStateException("the Zoho stand-in cannot listen on port " + port, failure);
    }
    return server;
  }

  static URI url(Server server) {
    return URI.create("http://127.0.0.1:" + connector(server).getLocalPort());
  }

  /** Closes every connection and refuses new ones until {@link #reopen}. */
  static void shut(Server server) {
    ServerConnector connector = connector(server);
    connector.setPort(connector.getLocalPort());
    try {
      connector.stop();
    } catch (Exception failure) {
      throw new IllegalStateException("the Zoho stand-in cannot close its port", failure);
    }
  }

  static void reopen(Server server) {
    try {
      connector(server).start();
    } catch (Exception failure) {
      throw new IllegalStateException("the Zoho stand-in cannot listen again", failure);
    }
  }

  private static ServerConnector connector(Server server) {
    return (ServerConnector) server.getConnectors()[0];
  }

  private static ServerConnector connector(Server server, int port) {
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.setSendDateHeader(false);
    ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
    connector.setHost("127.0.0.1");
    connector.setPort(port);
    // A late answer must be late, not cut off by Jetty's default of 30 seconds.
    connector.setIdleTimeout(0);
    return connector;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    EndPoint line = connection(request).getEndPoint();
    line.setIdleTimeout(0); // While an answer is pending, the connection is not idle.
    answer(
        zoho.apply(call(request)),
        request,
        response,
        Callback.from(callback, () -> line.setIdleTimeout(settings.idle().toMillis())));
    return true;
  }

  private void answer(ZohoAnswer answer, Request request, Response response, Callback callback) {
    switch (answer.delivery()) {
      case AT_ONCE -> write(answer, response, callback);
      case LATE -> later(request, () -> write(answer, response, callback));
      case CUT -> writeHalf(answer, request, response, callback);
      case SILENCE -> later(request, () -> hangUp(request, callback));
      case HANG_UP -> hangUp(request, callback);
    }
  }

  private static ZohoCall call(Request request) throws Exception {
    return new ZohoCall(
        request.getMethod(),
        present(request.getHttpURI().getDecodedPath()),
        present(request.getHttpURI().getQuery()),
        present(request.getHeaders().get(HttpHeader.AUTHORIZATION)),
        present(request.getHeaders().get(HttpHeader.CONTENT_TYPE)),
        Content.Source.asString(request, UTF_8),
        connection(request).getMessagesIn() > 1);
  }

  static int connections(Server server) {
    return connector(server).getConnectedEndPoints().size();
  }

  private static Connection connection(Request request) {
    return request.getConnectionMetaData().getConnection();
  }

  private static String present(@Nullable String text) {
    return text == null ? "" : text;
  }

  private void later(Request request, Runnable act) {
    request
        .getComponents()
        .getScheduler()
        .schedule(act, settings.delay().toMillis(), TimeUnit.MILLISECONDS);
  }

  private void write(ZohoAnswer answer, Response response, Callback callback) {
    byte[] body = headed(answer, response);
    response.write(true, ByteBuffer.wrap(body), callback);
  }

  private void writeHalf(ZohoAnswer answer, Request request, Response response, Callback callback) {
    byte[] body = headed(answer, response);
    ByteBuffer half = ByteBuffer.wrap(body, 0, body.length / 2);
    response.write(false, half, Callback.from(() -> reset(request, callback)));
  }

  private byte[] headed(ZohoAnswer answer, Response response) {
    byte[] body = answer.body().getBytes(UTF_8);
    response.setStatus(answer.status());
    response.getHeaders().put(HttpHeader.SERVER, "ZGS");
    response
        .getHeaders()
        .put(
            HttpHeader.DATE,
            DateTimeFormatter.RFC_1123_DATE_TIME.format(date.get().atZone(ZoneOffset.UTC)));
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, answer.contentType());
    response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
    return body;
  }

  /** Closes with RST instead of FIN, as a failing proxy or firewall does. */
  private static void reset(Request request, Callback callback) {
    try {
      channel(request).setOption(StandardSocketOptions.SO_LINGER, 0);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    hangUp(request, callback);
  }

  private static SocketChannel channel(Request request) {
    return ((SocketChannelEndPoint) connection(request).getEndPoint()).getChannel();
  }

  private static void hangUp(Request request, Callback callback) {
    connection(request).getEndPoint().close();
    callback.failed(new EofException("closed on purpose, by a fault"));
  }

  /** Jetty's own errors, such as a malformed path, with an empty body. */
  private static boolean blank(Request request, Response response, Callback callback) {
    response.write(true, null, callback);
    return true;
  }
}
