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
 * @param attachments a JSON array, as many alerts have; empty if there are none
 */
public record MessageBody(String text, JsonNode blocks, JsonNode attachments) {

  public MessageBody {
    blocks = blocks.deepCopy();
    attachments = attachments.deepCopy();
  }

  public MessageBody(String text, JsonNode blocks) {
    this(text, blocks, JsonNodeFactory.instance.arrayNode());
  }

  public static MessageBody plain(String text) {
    return new MessageBody(text, JsonNodeFactory.instance.arrayNode());
  }

  /** A copy, so a reader cannot change the message. */
  @Override
  public JsonNode blocks() {
    return blocks.deepCopy();
  }

  /** A copy, so a reader cannot change the message. */
  @Override
  public JsonNode attachments() {
    return attachments.deepCopy();
  }

  /** Everything a person would read, one line per text, without the fallback behind blocks. */
  public String plainText() {
    List<String> lines = new ArrayList<>();
    if (blocks.isEmpty() && !(text.isEmpty() && !attachments.isEmpty())) {
      lines.add(text);
    }
    blocks.forEach(block -> readAloud(block, lines));
    attachments.forEach(attachment -> readAttachment(attachment, lines));
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
      clickable(block).flatMap(element -> SlackButton.in(blockId, element)).forEach(buttons::add);
    }
    return List.copyOf(buttons);
  }

  private static Stream<JsonNode> clickable(JsonNode block) {
    return Stream.concat(
        StreamSupport.stream(block.path("elements").spliterator(), false),
        Stream.of(block.path("accessory")));
  }

  private static void readAttachment(JsonNode attachment, List<String> lines) {
    attachment.path("blocks").forEach(block -> readAloud(block, lines));
    for (String part : List.of("pretext", "title", "text")) {
      if (attachment.path(part).isTextual()) {
        lines.add(attachment.path(part).asText());
      }
    }
    attachment
        .path("fields")
        .forEach(it -> lines.add(it.path("title").asText() + ": " + it.path("value").asText()));
  }

  /** Adds the texts in reading order; a button or a menu's item appears in brackets. */
  private static void readAloud(JsonNode node, List<String> lines) {
    if (SlackButton.in("", node).findAny().isPresent()) {
      SlackButton.in("", node).forEach(button -> lines.add("[" + button.label() + "]"));
    } else if (node.path("type").asText().equals("rich_text_section")) {
      lines.add(RichText.read(node));
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
