package dev.mailbrake.sandbox.slack;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Slack's rules for a list of blocks; every broken one is named with its address. */
final class BlockKit {

  static final int MESSAGE = 50;
  static final int VIEW = 100;

  private static final int ID = 255;
  private static final int TEXT = 3000;

  private BlockKit() {}

  /** What is wrong with the blocks, where {@code max} may stand; empty if Slack takes them. */
  static List<String> problems(JsonNode blocks, int max) {
    Spot all = Spot.root(blocks, "/blocks");
    check(all, max);
    return all.problems();
  }

  static void check(Spot all, int max) {
    all.list(max);
    Spot.unique(all.children(), "block_id");
    all.children().forEach(BlockKit::block);
  }

  private static void block(Spot block) {
    block.at("block_id").optionalString(ID);
    switch (block.type()) {
      case "section" -> section(block);
      case "header" -> block.at("text").plainText(150);
      case "actions" -> actions(block);
      case "context" -> context(block);
      case "image" -> image(block);
      case "input" -> input(block);
      case "markdown" -> block.at("text").string(12_000);
      case "rich_text" -> block.at("elements").list(Integer.MAX_VALUE);
      case "divider" -> {}
      default -> block.wrong("unsupported type: " + block.type());
    }
  }

  private static void section(Spot section) {
    Spot text = section.at("text");
    Spot fields = section.at("fields");
    if (text.isThere()) {
      text.text(TEXT);
    } else if (!fields.isThere()) {
      section.wrong("must have text or fields");
    }
    if (fields.isThere()) {
      fields.list(10);
      fields.children().forEach(field -> field.text(2000));
    }
    if (section.at("accessory").isThere()) {
      Elements.check(section.at("accessory"));
    }
  }

  private static void actions(Spot actions) {
    Spot elements = actions.at("elements");
    elements.list(25);
    Spot.unique(elements.children(), "action_id");
    elements.children().forEach(Elements::check);
  }

  private static void context(Spot context) {
    Spot elements = context.at("elements");
    elements.list(10);
    for (Spot element : elements.children()) {
      if (element.type().equals("image")) {
        Elements.check(element);
      } else {
        element.text(TEXT);
      }
    }
  }

  private static void image(Spot image) {
    Elements.check(image);
    image.at("title").optionalPlainText(2000);
  }

  private static void input(Spot input) {
    input.at("label").plainText(2000);
    input.at("hint").optionalPlainText(2000);
    input.at("optional").optionalBoolean();
    input.at("dispatch_action").optionalBoolean();
    Elements.checkInput(input.at("element"));
  }
}
