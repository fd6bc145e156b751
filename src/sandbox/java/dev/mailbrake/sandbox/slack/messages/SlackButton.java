package dev.mailbrake.sandbox.slack.messages;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Something to click in a message: a button, or one item of a menu.
 *
 * @param value empty if the button has none
 * @param style {@code primary}, {@code danger} or empty
 * @param accessibilityLabel what a screen reader says instead of the label, empty if the same
 * @param type the element's: {@code button}, {@code overflow} or {@code static_select}
 */
public record SlackButton(
    String label,
    String actionId,
    String blockId,
    String value,
    String style,
    String accessibilityLabel,
    String type) {

  private static final String BUTTON = "button";
  private static final Set<String> MENUS = Set.of("overflow", "static_select");

  public SlackButton(String label, String actionId, String blockId, String value, String style) {
    this(label, actionId, blockId, value, style, "", BUTTON);
  }

  /** Whether this is its action id, its label or its accessibility label. */
  public boolean isCalled(String name) {
    return actionId.equals(name) || label.equals(name) || accessibilityLabel.equals(name);
  }

  public boolean isMenuItem() {
    return !type.equals(BUTTON);
  }

  /** What can be clicked in an element: one button, each item of a menu, or nothing. */
  static Stream<SlackButton> in(String blockId, JsonNode element) {
    String type = element.path("type").asText();
    if (type.equals(BUTTON)) {
      return Stream.of(of(blockId, element, element));
    }
    return MENUS.contains(type)
        ? StreamSupport.stream(element.path("options").spliterator(), false)
            .map(option -> of(blockId, element, option))
        : Stream.of();
  }

  private static SlackButton of(String blockId, JsonNode element, JsonNode labelled) {
    return new SlackButton(
        labelled.path("text").path("text").asText(),
        element.path("action_id").asText(),
        blockId,
        labelled.path("value").asText(),
        element.path("style").asText(),
        element.path("accessibility_label").asText(),
        element.path("type").asText());
  }
}
