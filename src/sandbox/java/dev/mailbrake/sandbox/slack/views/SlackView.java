package dev.mailbrake.sandbox.slack.views;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.mailbrake.sandbox.slack.messages.MessageBody;
import dev.mailbrake.sandbox.slack.messages.SlackButton;
import java.util.List;
import java.util.Map;

/**
 * A home tab or a modal on somebody's screen, as it was when it was read.
 *
 * @param json as Slack sends it to the bot, with what was filled in as its state
 * @param errors the messages beneath inputs after a refused submission, by block id
 * @param trouble what Slack says about the bot's last failure, empty if there was none
 */
public record SlackView(String user, JsonNode json, Map<String, String> errors, String trouble) {

  public SlackView {
    json = json.deepCopy();
    errors = Map.copyOf(errors);
  }

  static SlackView of(String user, JsonNode json) {
    return new SlackView(user, json, Map.of(), "");
  }

  /** A copy, so a reader cannot change the view. */
  @Override
  public JsonNode json() {
    return json.deepCopy();
  }

  public String id() {
    return json.path("id").asText();
  }

  /** Changes whenever the bot changes the view. */
  public String hash() {
    return json.path("hash").asText();
  }

  /** Empty for a home tab. */
  public String title() {
    return json.path("title").path("text").asText();
  }

  /** Everything a person would read, one line per text, without a modal's title. */
  public String plainText() {
    return content().plainText();
  }

  public List<SlackButton> buttons() {
    return content().buttons();
  }

  /** The first button with this action id or label. */
  public SlackButton button(String actionIdOrLabel) {
    return button(actionIdOrLabel, "");
  }

  /** The first button with this action id or label and, if it is not empty, this block or value. */
  public SlackButton button(String actionIdOrLabel, String blockIdOrValue) {
    return buttons().stream()
        .filter(it -> it.isCalled(actionIdOrLabel))
        .filter(it -> List.of("", it.blockId(), it.value()).contains(blockIdOrValue))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "No " + actionIdOrLabel + " " + blockIdOrValue + " in " + this));
  }

  boolean isHome() {
    return json.path("type").asText().equals("home");
  }

  boolean isCalled(String viewId, String externalId) {
    return viewId.isEmpty()
        ? !externalId.isEmpty() && json.path("external_id").asText().equals(externalId)
        : id().equals(viewId);
  }

  List<ModalInput> inputs() {
    return ModalInput.in(json.path("blocks"));
  }

  /** The input's current value, null if none. */
  JsonNode value(ModalInput input) {
    return json.path("state")
        .path("values")
        .path(input.blockId())
        .path(input.actionId())
        .path(input.valueField());
  }

  SlackView filled(ModalInput input, JsonNode value) {
    ObjectNode next = json.deepCopy();
    ObjectNode state = input.initialState();
    state.set(input.valueField(), value);
    next.withObject("/state/values")
        .withObjectProperty(input.blockId())
        .set(input.actionId(), state);
    return new SlackView(user, next, errors, trouble);
  }

  /** Fills in the channel in which the modal was opened where the view asks for that. */
  SlackView startingIn(String channel) {
    SlackView next = this;
    for (ModalInput input : inputs()) {
      if (input.startsInCurrentChannel() && !channel.isEmpty()) {
        next = next.filled(input, new TextNode(channel));
      }
    }
    return next;
  }

  SlackView refused(Map<String, String> byBlock) {
    return new SlackView(user, json, byBlock, "");
  }

  SlackView inTrouble(String what) {
    return new SlackView(user, json, errors, what);
  }

  private MessageBody content() {
    return new MessageBody("", json.path("blocks"));
  }

  @Override
  public String toString() {
    return "[" + id() + " only for " + user + "] " + title() + ": " + plainText();
  }
}
