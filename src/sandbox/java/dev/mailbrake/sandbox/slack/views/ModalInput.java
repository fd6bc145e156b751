package dev.mailbrake.sandbox.slack.views;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mailbrake.sandbox.slack.protocol.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An element of a view that has a value: a field, or a menu next to text.
 *
 * @param label empty for a menu outside an input block
 * @param required whether Slack submits no modal in which it is empty
 */
record ModalInput(
    String blockId, String actionId, String label, boolean required, JsonNode element) {

  /**
   * The field with each type's value; the initial value's field has the same name after "initial".
   */
  private static final Map<String, String> VALUES =
      Map.ofEntries(
          Map.entry("plain_text_input", "value"),
          Map.entry("email_text_input", "value"),
          Map.entry("number_input", "value"),
          Map.entry("url_text_input", "value"),
          Map.entry("users_select", "selected_user"),
          Map.entry("conversations_select", "selected_conversation"),
          Map.entry("channels_select", "selected_channel"),
          Map.entry("static_select", "selected_option"),
          Map.entry("radio_buttons", "selected_option"),
          Map.entry("datepicker", "selected_date"),
          Map.entry("timepicker", "selected_time"),
          Map.entry("multi_users_select", "selected_users"),
          Map.entry("multi_conversations_select", "selected_conversations"),
          Map.entry("multi_channels_select", "selected_channels"),
          Map.entry("multi_static_select", "selected_options"),
          Map.entry("checkboxes", "selected_options"));

  static List<ModalInput> in(JsonNode blocks) {
    List<ModalInput> inputs = new ArrayList<>();
    for (JsonNode block : blocks) {
      add(inputs, block, block.path("element"));
      add(inputs, block, block.path("accessory"));
      block.path("elements").forEach(element -> add(inputs, block, element));
    }
    return List.copyOf(inputs);
  }

  private static void add(List<ModalInput> inputs, JsonNode block, JsonNode element) {
    if (VALUES.containsKey(element.path("type").asText())) {
      boolean field = block.path("type").asText().equals("input");
      inputs.add(
          new ModalInput(
              block.path("block_id").asText(),
              element.path("action_id").asText(),
              block.path("label").path("text").asText(),
              field && !block.path("optional").asBoolean(),
              element));
    }
  }

  boolean isCalled(String name) {
    return List.of(blockId, actionId, label).contains(name);
  }

  boolean isOf(String type) {
    return type().equals(type);
  }

  boolean isText() {
    return valueField().equals("value");
  }

  /** Whether a submission brings a response URL for the chosen channel. */
  boolean bringsResponseUrl() {
    return element.path("response_url_enabled").asBoolean();
  }

  boolean startsInCurrentChannel() {
    return isOf("conversations_select")
        && element.path("default_to_current_conversation").asBoolean()
        && !element.has("initial_conversation");
  }

  /** How many items can be chosen. */
  int capacity() {
    int single = valueField().endsWith("s") ? Integer.MAX_VALUE : 1;
    return element.path("max_selected_items").asInt(single);
  }

  String type() {
    return element.path("type").asText();
  }

  /** The name of the field in {@code state.values} that holds its value. */
  String valueField() {
    return VALUES.getOrDefault(type(), "value");
  }

  /** The initial value that the view's author chose; if there is none, null or an empty list. */
  ObjectNode initialState() {
    ObjectNode state = Json.object().put("type", type());
    JsonNode initial = element.path(valueField().replaceFirst("^(selected_)?", "initial_"));
    if (!initial.isMissingNode()) {
      state.set(valueField(), initial);
    } else if (valueField().endsWith("s")) {
      state.putArray(valueField());
    } else {
      state.putNull(valueField());
    }
    return state;
  }

  /** What Slack itself rejects before it asks the bot. Blanks alone count as a text. */
  Optional<String> complaint(JsonNode value) {
    int length = value.asText().length();
    if (value.isNull() || value.isMissingNode() || (value.isArray() && value.isEmpty())) {
      return required ? Optional.of("Please complete this required field.") : Optional.empty();
    }
    if (isText() && length < element.path("min_length").asInt(0)) {
      return Optional.of("Use at least " + element.path("min_length").asInt() + " characters.");
    }
    if (isText() && length > element.path("max_length").asInt(3000)) {
      return Optional.of("Use at most " + element.path("max_length").asInt(3000) + " characters.");
    }
    return Optional.empty();
  }
}
