package dev.mailbrake.sandbox.slack.messages;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What a message says at one moment: the text and the blocks, which hide the text from readers.
 *
 * @param text the fallback for notifications if there are blocks, else what people read
 * @param blocks a JSON array, empty if there are none
 */
public record MessageBody(String text, JsonNode blocks) {

  public MessageBody {
    blocks = blocks.deepCopy();
  }

  public static MessageBody plain(String text) {
    return new MessageBody(text, JsonNodeFactory.instance.arrayNode());
  }

  /** A copy: a message that was shown cannot be changed by its reader. */
  @Override
  public JsonNode blocks() {
    return blocks.deepCopy();
  }

  /** Everything a person would read, a line for each text; the fallback behind blocks is not. */
  public String plainText() {
    if (blocks.isEmpty()) {
      return text;
    }
    List<String> lines = new ArrayList<>();
    blocks.forEach(block -> readAloud(block, lines));
    return String.join("\n", lines);
  }

  /** How many characters the texts of all blocks have, the labels of buttons among them. */
  public int lengthOfBlocks() {
    return length(blocks);
  }

  private static int length(JsonNode node) {
    int sum = node.path("text").isTextual() ? node.path("text").asText().length() : 0;
    for (JsonNode child : node) {
      sum += length(child);
    }
    return sum;
  }

  public List<SlackButton> buttons() {
    List<SlackButton> buttons = new ArrayList<>();
    for (JsonNode block : blocks) {
      String blockId = block.path("block_id").asText();
      clickable(block)
          .filter(element -> element.path("type").asText().equals("button"))
          .map(element -> button(blockId, element))
          .forEach(buttons::add);
    }
    return List.copyOf(buttons);
  }

  private static Stream<JsonNode> clickable(JsonNode block) {
    return Stream.concat(
        StreamSupport.stream(block.path("elements").spliterator(), false),
        Stream.of(block.path("accessory")));
  }

  private static SlackButton button(String blockId, JsonNode element) {
    return new SlackButton(
        element.path("text").path("text").asText(),
        element.path("action_id").asText(),
        blockId,
        element.path("value").asText(),
        element.path("style").asText());
  }

  /** Texts in reading order; a button reads as its label in brackets. */
  private static void readAloud(JsonNode node, List<String> lines) {
    if (node.path("type").asText().equals("button")) {
      lines.add("[" + node.path("text").path("text").asText() + "]");
    } else if (node.path("text").isTextual()) {
      lines.add(node.path("text").asText());
    } else {
      for (String part :
          List.of("title", "label", "text", "hint", "fields", "elements", "accessory")) {
        JsonNode child = node.path(part);
        if (child.isArray()) {
          child.forEach(each -> readAloud(each, lines));
        } else if (child.isObject()) {
          readAloud(child, lines);
        }
      }
    }
  }
}
