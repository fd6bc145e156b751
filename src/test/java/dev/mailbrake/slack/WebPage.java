package dev.mailbrake.slack;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A proxy that answers everything meant for Slack with one text and HTTP 200. */
final class WebPage implements AutoCloseable {
  private final HttpServer proxy;

  WebPage() {
    this("<html>Sign in to the network</html>");
  }

  WebPage(String text) {
    byte[] page = text.getBytes(StandardCharsets.UTF_8);
    try {
      proxy = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    proxy.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(200, page.length);
          exchange.getResponseBody().write(page);
          exchange.close();
        });
    proxy.start();
  }

  SlackApi api() {
    return SampleSlackPeople.api(
        URI.create("http://127.0.0.1:" + proxy.getAddress().getPort() + "/api/"));
  }

  @Override
  public void close() {
    proxy.stop(0);
  }
}
