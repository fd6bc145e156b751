package dev.mailbrake.sandbox.slack.views;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mailbrake.sandbox.slack.blocks.BlockPath;
import dev.mailbrake.sandbox.slack.blocks.BlockRules;
import java.util.List;

/** Slack's rules for a modal and for a home tab. */
public final class ViewRules {

  private ViewRules() {}

  public static List<String> problems(JsonNode view, String type) {
    BlockPath spot = BlockPath.root(view, "/view");
    if (!spot.type().equals(type)) {
      spot.at("type").wrong("must be " + type);
    }
    spot.at("private_metadata").atMost(3000);
    spot.at("callback_id").atMost(255);
    spot.at("external_id").atMost(255);
    BlockRules.check(spot.at("blocks"), BlockRules.VIEW);
    onlyOneFocus(spot);
    if (type.equals("modal")) {
      modal(spot);
    } else {
      home(spot);
    }
    return spot.problems();
  }

  private static void modal(BlockPath view) {
    view.at("title").plainText(24);
    view.at("submit").optionalPlainText(24);
    view.at("close").optionalPlainText(24);
    view.at("clear_on_close").optionalBoolean();
    view.at("notify_on_close").optionalBoolean();
    boolean asks = view.at("blocks").children().stream().anyMatch(it -> it.type().equals("input"));
    if (asks && !view.at("submit").isThere()) {
      view.at("submit").wrong("missing required field, as there is an input block");
    }
  }

  /**
   * A home tab has neither a title nor buttons of its own; that Slack refuses them is an
   * assumption.
   */
  private static void home(BlockPath view) {
    BlockRules.noModal(view.at("blocks"));
    for (String field : List.of("title", "submit", "close")) {
      if (view.at(field).isThere()) {
        view.at(field).wrong("invalid additional property: " + field);
      }
    }
  }

  private static void onlyOneFocus(BlockPath view) {
    long focused =
        view.node().findValues("focus_on_load").stream().filter(JsonNode::asBoolean).count();
    if (focused > 1) {
      view.wrong("only one element can have focus_on_load");
    }
  }
}
