package dev.mailbrake.sandbox.slack.delivery;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mailbrake.sandbox.slack.protocol.Json;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A payload for the bot, before its transport is chosen.
 *
 * @param attempt how many times it was sent before
 */
public record BotPayload(Type type, ObjectNode json, int attempt) {

  /** The types of payloads, by the names that Socket Mode uses. */
  public enum Type {
    SLASH_COMMANDS,
    INTERACTIVE,
    EVENTS_API;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * The interactions whose acknowledgement may carry a response. Inferred from what can be answered
   * over HTTP; the samples of Slack's SDKs show only a shortcut, which may not.
   */
  private static final Set<String> ANSWERED_INTERACTIONS = Set.of("view_submission");

  public static BotPayload command(Map<String, String> fields) {
    ObjectNode json = Json.object();
    fields.forEach(json::put);
    return new BotPayload(Type.SLASH_COMMANDS, json, 0);
  }

  public static BotPayload interaction(ObjectNode json) {
    return new BotPayload(Type.INTERACTIVE, json, 0);
  }

  public static BotPayload event(ObjectNode json) {
    return new BotPayload(Type.EVENTS_API, json, 0);
  }

  public BotPayload again() {
    return new BotPayload(type, json, attempt + 1);
  }

  /** Whether the acknowledgement may carry a response. */
  public boolean acceptsResponse() {
    return switch (type) {
      case SLASH_COMMANDS -> true;
      case INTERACTIVE -> ANSWERED_INTERACTIONS.contains(json.path("type").asText());
      case EVENTS_API -> false;
    };
  }

  /** The correctly signed request to a Request URL. */
  BotRequest request() {
    return switch (type) {
      case SLASH_COMMANDS -> BotRequest.of(fields());
      case INTERACTIVE -> BotRequest.of(Map.of("payload", json.toString()));
      case EVENTS_API -> BotRequest.ofJson(json.toString());
    };
  }

  private Map<String, String> fields() {
    Map<String, String> fields = new LinkedHashMap<>();
    json.properties().forEach(it -> fields.put(it.getKey(), it.getValue().asText()));
    return fields;
  }
}
