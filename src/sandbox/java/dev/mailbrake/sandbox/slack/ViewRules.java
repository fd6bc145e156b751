package dev.mailbrake.sandbox.slack;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Slack's rules for a modal and for a home tab. */
final class ViewRules {

  private ViewRules() {}

  static List<String> problems(JsonNode view, String type) {
    Spot spot = Spot.root(view, "/view");
    if (!spot.type().equals(type)) {
      spot.at("type").wrong("must be " + type);
    }
    spot.at("private_metadata").atMost(3000);
    spot.at("callback_id").atMost(255);
    spot.at("external_id").atMost(255);
    BlockKit.check(spot.at("blocks"), BlockKit.VIEW);
    if (type.equals("modal")) {
      modal(spot);
    }
    return spot.problems();
  }

  private static void modal(Spot view) {
    view.at("title").plainText(24);
    view.at("submit").optionalPlainText(24);
    view.at("close").optionalPlainText(24);
    boolean asks = view.at("blocks").children().stream().anyMatch(it -> it.type().equals("input"));
    if (asks && !view.at("submit").isThere()) {
      view.at("submit").wrong("missing required field, as there is an input block");
    }
  }
}
