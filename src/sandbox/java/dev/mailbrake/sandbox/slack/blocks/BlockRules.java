package dev.mailbrake.sandbox.slack.blocks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Slack's rules for a list of blocks; every violation is reported with its path. */
public final class BlockRules {

  static final int MESSAGE = 50;
  public static final int VIEW = 100;

  private static final int ID = 255;
  private static final int TEXT = 3000;

  private BlockRules() {}

  /** The problems in a list of at most {@code max} blocks; empty if Slack accepts them. */
  static List<String> problems(JsonNode blocks, int max) {
    BlockPath all = BlockPath.root(blocks, "/blocks");
    check(all, max);
    noModal(all);
    return all.problems();
  }

  /** What only a modal may contain: a menu that follows the person from channel to channel. */
  public static void noModal(BlockPath blocks) {
    for (String field : List.of("response_url_enabled", "default_to_current_conversation")) {
      if (blocks.node().findValue(field) != null) {
        blocks.wrong(field + " is available in modals only");
      }
    }
  }

  public static void check(BlockPath all, int max) {
    all.list(max);
    BlockPath.unique(all.children(), "block_id");
    all.children().forEach(BlockRules::block);
  }

  private static void block(BlockPath block) {
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

  private static void section(BlockPath section) {
    BlockPath text = section.at("text");
    BlockPath fields = section.at("fields");
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
      ElementRules.check(section.at("accessory"));
    }
  }

  private static void actions(BlockPath actions) {
    BlockPath elements = actions.at("elements");
    elements.list(25);
    BlockPath.unique(elements.children(), "action_id");
    elements.children().forEach(ElementRules::check);
  }

  private static void context(BlockPath context) {
    BlockPath elements = context.at("elements");
    elements.list(10);
    for (BlockPath element : elements.children()) {
      if (element.type().equals("image")) {
        ElementRules.check(element);
      } else {
        element.text(TEXT);
      }
    }
  }

  private static void image(BlockPath image) {
    ElementRules.check(image);
    image.at("title").optionalPlainText(2000);
  }

  private static void input(BlockPath input) {
    input.at("label").plainText(2000);
    input.at("hint").optionalPlainText(2000);
    input.at("optional").optionalBoolean();
    input.at("dispatch_action").optionalBoolean();
    ElementRules.checkInput(input.at("element"));
  }
}
