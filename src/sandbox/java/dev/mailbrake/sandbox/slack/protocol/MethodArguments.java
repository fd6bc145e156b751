package dev.mailbrake.sandbox.slack.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The named arguments of a call, sent as a form or as JSON. */
public record MethodArguments(Map<String, String> values) {

  public MethodArguments {
    values = Map.copyOf(values);
  }

  public static MethodArguments ofForm(String body) {
    return new MethodArguments(FormEncoding.decode(body));
  }

  public static MethodArguments ofJson(String body) {
    return ofJson(Json.parse(body).orElseThrow(() -> new SlackError("invalid_json")));
  }

  public static MethodArguments ofJson(JsonNode object) {
    if (!object.isObject()) {
      throw new SlackError("json_not_object");
    }
    Map<String, String> values = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> field : object.properties()) {
      JsonNode value = field.getValue();
      if (!value.isNull()) {
        values.put(field.getKey(), value.isTextual() ? value.asText() : value.toString());
      }
    }
    return new MethodArguments(values);
  }

  /** Empty if there is no such argument. */
  public String text(String name) {
    return values.getOrDefault(name, "");
  }

  /** The SDK for Java writes a true in a form as 1. */
  public boolean isTrue(String name) {
    return List.of("true", "1").contains(text(name));
  }

  /** Missing if there is no such argument; fails with {@code error} if it is not JSON. */
  public JsonNode json(String name, String error) {
    String value = text(name);
    return value.isEmpty()
        ? MissingNode.getInstance()
        : Json.parse(value).orElseThrow(() -> new SlackError(error));
  }

  /** One line for the list of calls. */
  public String summary() {
    return List.of("channel", "user", "user_id", "usergroup", "ts", "response_type", "text")
        .stream()
        .filter(values::containsKey)
        .map(name -> name + "=" + shortened(text(name)))
        .collect(Collectors.joining(" "));
  }

  private static String shortened(String value) {
    return value.length() <= 60 ? value : value.substring(0, 59) + "…";
  }
}
