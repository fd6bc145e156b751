package dev.mailbrake.sandbox.slack.messages;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What a message says at one moment: the text, and the blocks that hide it from readers.
 *
 * @param text the fallback for notifications if there are blocks, otherwise what people read
 * @param blocks a JSON array, empty if there are none
 */
public record MessageBody(String text, JsonNode blocks) {

  public MessageBody {
    blocks = blocks.deepCopy();
  }

  public static MessageBody plain(String text) {
    return new MessageBody(text, JsonNodeFactory.instance.arrayNode());
  }

  /** A copy, so a reader cannot change the message. */
  @Override
  public JsonNode blocks() {
    return blocks.deepCopy();
  }

  /** Everything a person would read, one line per text, without the fallback behind blocks. */
  public String plainText() {
    if (blocks.isEmpty()) {
      return text;
    }
    List<String> lines = new ArrayList<>();
    blocks.forEach(block -> readAloud(block, lines));
    return String.join("\n", lines);
  }

  /** The number of characters in the texts of all blocks, including button labels. */
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

  /** Adds the texts in reading order; a button appears as its label in brackets. */
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
