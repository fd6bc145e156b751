package dev.mailbrake.zoho;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.mailbrake.sandbox.zoho.SampleOrganization;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A server that gives one answer to every call of the Mail API and shows what was sent byte by
 * byte. For what the stand-in cannot do: a percent sign in a path, a redirect, a body of our own.
 */
final class ScriptedZoho implements AutoCloseable {
  static final String TOKEN = "1000.scripted-access-token";
  static final String FOUND =
      """
      {"status": {"code": 200, "description": "success"},
       "data": {"zuid": 1, "accountId": "2560636000000008002", "outgoingBlocked": false,
                "primaryEmailAddress": "rebecca@zylker.com"}}""";

  private final HttpServer server;
  private final List<String> paths = new CopyOnWriteArrayList<>();
  private volatile Script script = new Script(200, FOUND, Map.of());

  private record Script(int status, String body, Map<String, String> headers) {}

  ScriptedZoho() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/oauth/", exchange -> send(exchange, token()));
    server.createContext("/", this::answer);
    server.start();
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  void answers(int status, String body) {
    answers(status, body, Map.of());
  }

  void answers(int status, String body, Map<String, String> headers) {
    script = new Script(status, body, headers);
  }

  /** The calls of the Mail API, as {@code GET /api/…}, undecoded. */
  List<String> calls() {
    return paths;
  }

  /** The address under which the organization has a person, undecoded. */
  static String pathOf(String person) {
    return "GET /api/organization/" + SampleOrganization.ZOID + "/accounts/" + person;
  }

  private static Script token() {
    return new Script(
        200, "{\"access_token\": \"" + TOKEN + "\", \"expires_in\": \"3600\"}", Map.of());
  }

  private void answer(HttpExchange exchange) throws IOException {
    URI uri = exchange.getRequestURI();
    String query = Optional.ofNullable(uri.getRawQuery()).map(text -> "?" + text).orElse("");
    paths.add(exchange.getRequestMethod() + " " + uri.getRawPath() + query);
    send(exchange, script);
  }

  private static void send(HttpExchange exchange, Script script) throws IOException {
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      script.headers().forEach(exchange.getResponseHeaders()::set);
      byte[] body = script.body().getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(script.status(), body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
