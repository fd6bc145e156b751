package dev.mailbrake.sandbox.slack.blocks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/** The ids that Slack assigns to blocks and elements whose author omitted them. */
public final class BlockIds {

  /** Elements that cannot be acted upon and so have no id. */
  private static final Set<String> MUTE = Set.of("mrkdwn", "plain_text", "image");

  private BlockIds() {}

  /** A copy of valid blocks in which everything has an id. */
  public static ArrayNode filledIn(JsonNode blocks) {
    ArrayNode filled = blocks.deepCopy();
    for (int at = 0; at < filled.size(); at++) {
      ObjectNode block = (ObjectNode) filled.get(at);
      fillIn(block, "block_id", "block" + at);
      if (!block.path("type").asText().equals("rich_text")) {
        elements(block);
      }
    }
    return filled;
  }

  private static void elements(ObjectNode block) {
    for (int in = 0; in < block.path("elements").size(); in++) {
      element(block.path("elements").get(in), "action" + in);
    }
    element(block.path("accessory"), "action0");
    element(block.path("element"), "action0");
  }

  private static void element(JsonNode element, String id) {
    if (element instanceof ObjectNode node && !MUTE.contains(node.path("type").asText())) {
      fillIn(node, "action_id", id);
    }
  }

  private static void fillIn(ObjectNode node, String field, String id) {
    if (!node.has(field)) {
      node.put(field, id);
    }
  }
}
