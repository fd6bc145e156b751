package dev.mailbrake.sandbox.slack;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.mailbrake.sandbox.slack.delivery.SlackSignature;
import dev.mailbrake.sandbox.slack.protocol.FormEncoding;
import dev.mailbrake.sandbox.slack.protocol.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** A minimal bot: checks the signature, keeps the forms, and answers as the test says. */
public final class TinyBot implements AutoCloseable {

  private final HttpServer server = server();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<String> bodies = Collections.synchronizedList(new ArrayList<>());
  private final List<Map<String, String>> forms = Collections.synchronizedList(new ArrayList<>());
  private volatile Function<Map<String, String>, Reply> replies = form -> Reply.EMPTY;

  public record Reply(int status, String contentType, String body) {
    public static final Reply EMPTY = new Reply(200, "text/plain", "");

    public static Reply json(String body) {
      return new Reply(200, "application/json; charset=utf-8", body);
    }
  }

  /** Starts as the bot of that Slack. */
  public static TinyBot of(FakeSlack slack) {
    TinyBot bot = new TinyBot();
    bot.server.createContext("/slack/events", bot::handle);
    bot.server.setExecutor(bot.threads);
    bot.server.start();
    slack.connect(bot.url());
    return bot;
  }

  private static HttpServer server() {
    try {
      return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException noPort) {
      throw new UncheckedIOException(noPort);
    }
  }

  private URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/slack/events");
  }

  public void replies(Function<Map<String, String>, Reply> how) {
    replies = how;
  }

  public void replies(Reply reply) {
    replies(form -> reply);
  }

  public List<Map<String, String>> forms() {
    return List.copyOf(forms);
  }

  public Map<String, String> lastForm() {
    return forms.get(forms.size() - 1);
  }

  String lastBody() {
    return bodies.get(bodies.size() - 1);
  }

  /** The payload of the last interaction. */
  public JsonNode lastPayload() {
    return Json.parse(lastForm().getOrDefault("payload", "")).orElseThrow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    Reply reply = signed(exchange, body) ? accept(body) : new Reply(401, "text/plain", "no");
    exchange.getResponseHeaders().set("Content-Type", reply.contentType());
    byte[] bytes = reply.body().getBytes(UTF_8);
    exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private Reply accept(String body) {
    bodies.add(body);
    Map<String, String> form = FormEncoding.decode(body);
    forms.add(form);
    return replies.apply(form);
  }

  private static boolean signed(HttpExchange exchange, String body) {
    String at = exchange.getRequestHeaders().getFirst("X-Slack-Request-Timestamp");
    String signature = exchange.getRequestHeaders().getFirst("X-Slack-Signature");
    return at != null
        && SlackSignature.of(FakeSlack.SIGNING_SECRET, Long.parseLong(at), body).equals(signature);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
