package dev.mailbrake.sandbox.slack.socket;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.mailbrake.sandbox.slack.StateLock;
import dev.mailbrake.sandbox.slack.delivery.BotPayload;
import dev.mailbrake.sandbox.slack.protocol.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * The acknowledgements still expected from the bot, and what it sent that is none. One counts on
 * whatever connection it comes: Bolt sends it on its newest. Whether Slack accepts that is not
 * known (slack-platform.md, B3 number 2), nor what Slack does about the mistakes listed here.
 */
public final class SocketAcks {

  private final StateLock lock;
  private final Map<String, Expected> expected = new HashMap<>();
  private final Map<String, String> over = new HashMap<>();
  private final List<String> errors = new ArrayList<>();

  public SocketAcks(StateLock lock) {
    this.lock = lock;
  }

  /** Completes with the acknowledgement's payload, or empty if it has none. */
  CompletableFuture<String> expect(Envelope envelope) {
    Expected ack = new Expected(envelope.payload(), new CompletableFuture<>());
    lock.change(
        () -> {
          expected.put(envelope.id(), ack);
        });
    return ack.body();
  }

  /** An acknowledgement from now on is too late. */
  void giveUp(Envelope envelope) {
    lock.change(
        () -> {
          if (expected.remove(envelope.id()) != null) {
            over.put(envelope.id(), "too late");
          }
        });
  }

  void receive(String message) {
    JsonNode json = Json.parse(message).orElse(MissingNode.getInstance());
    String id = json.path("envelope_id").asText();
    lock.change(
        () -> {
          Expected ack = expected.remove(id);
          if (ack != null) {
            over.put(id, "again");
            ack.body().complete(body(id, ack.payload(), json.path("payload")));
          } else if (id.isEmpty()) {
            errors.add("neither JSON nor an acknowledgement: " + shortened(message));
          } else {
            errors.add("envelope " + id + " acknowledged " + over.getOrDefault(id, "unknown"));
          }
        });
  }

  void receiveBinary() {
    lock.change(
        () -> {
          errors.add("a binary message");
        });
  }

  List<String> errors() {
    return lock.read(() -> List.copyOf(errors));
  }

  /**
   * An empty payload counts as none: Slack's SDK for Node always sends one (slackapi/bolt-js#1061).
   */
  private String body(String id, BotPayload payload, JsonNode given) {
    if (given.isMissingNode() || given.isNull() || (given.isObject() && given.isEmpty())) {
      return "";
    }
    if (!payload.acceptsResponse()) {
      errors.add("envelope " + id + " accepts no payload: " + shortened(given.toString()));
      return "";
    }
    return given.toString();
  }

  private static String shortened(String text) {
    return text.length() <= 100 ? text : text.substring(0, 99) + "…";
  }

  private record Expected(BotPayload payload, CompletableFuture<String> body) {}
}
