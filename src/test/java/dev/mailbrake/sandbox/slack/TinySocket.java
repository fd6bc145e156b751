package dev.mailbrake.sandbox.slack;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.slack.api.methods.MethodsClient;
import dev.mailbrake.sandbox.slack.protocol.Json;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A minimal bot in Socket Mode: keeps what it receives, and sends what the test says. */
public final class TinySocket implements WebSocket.Listener {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final long PATIENCE_SECONDS = 10;

  private final BlockingQueue<JsonNode> messages = new LinkedBlockingQueue<>();
  private final CompletableFuture<Integer> end = new CompletableFuture<>();
  private final BlockingQueue<String> pongs = new LinkedBlockingQueue<>();
  private final StringBuilder text = new StringBuilder();
  private final WebSocket socket;

  private TinySocket(URI url) {
    socket = CLIENT.newWebSocketBuilder().buildAsync(url, this).join();
  }

  public static TinySocket open(URI url) {
    return new TinySocket(url);
  }

  /** Connects as a bot does, and reads the greeting. */
  public static TinySocket open(MethodsClient client) throws Exception {
    TinySocket opened = open(URI.create(client.appsConnectionsOpen(r -> r).getUrl()));
    opened.reads("hello");
    return opened;
  }

  /** The next message, which must have this type. */
  public JsonNode reads(String type) throws InterruptedException {
    JsonNode next = messages.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    if (next == null || !next.path("type").asText().equals(type)) {
      throw new AssertionError("Wanted " + type + ", but there is " + next);
    }
    return next;
  }

  public boolean hasMessages() {
    return !messages.isEmpty();
  }

  public void acknowledges(JsonNode envelope) {
    says("{\"envelope_id\":" + envelope.path("envelope_id") + "}");
  }

  public void acknowledges(JsonNode envelope, String payload) {
    says("{\"envelope_id\":" + envelope.path("envelope_id") + ",\"payload\":" + payload + "}");
  }

  public void says(String message) {
    socket.sendText(message, true).join();
  }

  void pings(String word) {
    socket.sendPing(ByteBuffer.wrap(word.getBytes(UTF_8))).join();
  }

  /** Empty if there is none immediately, where {@code seconds} is 0. */
  String pong(int seconds) throws InterruptedException {
    String pong = pongs.poll(seconds, TimeUnit.SECONDS);
    return pong == null ? "" : pong;
  }

  public void closes() {
    socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
  }

  /** The code with which Slack closed the connection, or 1006 if it just broke. */
  public int end() throws Exception {
    return end.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  @Override
  public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
    text.append(part);
    if (last) {
      messages.add(Json.parse(text.toString()).orElseThrow());
      text.setLength(0);
    }
    from.request(1);
    return CompletableFuture.completedFuture(true);
  }

  @Override
  public CompletionStage<?> onPong(WebSocket from, ByteBuffer word) {
    pongs.add(UTF_8.decode(word).toString());
    from.request(1);
    return CompletableFuture.completedFuture(true);
  }

  @Override
  public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
    end.complete(code);
    return CompletableFuture.completedFuture(true);
  }

  @Override
  public void onError(WebSocket from, Throwable broken) {
    end.complete(1006);
  }
}
