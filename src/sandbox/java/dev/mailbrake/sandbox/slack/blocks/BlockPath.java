package dev.mailbrake.sandbox.slack.blocks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A node in a tree of blocks under inspection; it reports problems with its path. */
public record BlockPath(JsonNode node, String pointer, List<String> problems) {

  public static BlockPath root(JsonNode node, String pointer) {
    return new BlockPath(node, pointer, new ArrayList<>());
  }

  public BlockPath at(String field) {
    return new BlockPath(node.path(field), pointer + "/" + field, problems);
  }

  public List<BlockPath> children() {
    List<BlockPath> children = new ArrayList<>();
    for (JsonNode child : node) {
      children.add(new BlockPath(child, pointer + "/" + children.size(), problems));
    }
    return children;
  }

  public boolean isThere() {
    return !node.isMissingNode() && !node.isNull();
  }

  public String type() {
    return node.path("type").asText();
  }

  public void wrong(String what) {
    problems.add("[ERROR] " + what + " [json-pointer:" + pointer + "]");
  }

  /** An array of 1 to {@code max} items. */
  void list(int max) {
    list(1, max);
  }

  void list(int min, int max) {
    if (!node.isArray() || node.size() < min) {
      wrong("must be a list with at least " + min + (min == 1 ? " item" : " items"));
    } else if (node.size() > max) {
      wrong("no more than " + max + " items allowed, not " + node.size());
    }
  }

  /** A string of 1 to {@code max} UTF-16 units, the strictest way to count. */
  void string(int max) {
    if (!node.isTextual()) {
      wrong(isThere() ? "must be a string" : "missing required field");
    } else if (node.asText().isEmpty()) {
      wrong("must be more than 0 characters");
    } else if (node.asText().length() > max) {
      wrong("must be less than " + (max + 1) + " characters");
    }
  }

  void optionalString(int max) {
    if (isThere()) {
      string(max);
    }
  }

  /** A string that may be empty. */
  public void atMost(int max) {
    if (!node.asText().isEmpty()) {
      string(max);
    }
  }

  public void optionalBoolean() {
    if (isThere() && !node.isBoolean()) {
      wrong("must be a boolean");
    }
  }

  void optionalNumber(int least, int most) {
    boolean fits = node.isInt() && node.asInt() >= least && node.asInt() <= most;
    if (isThere() && !fits) {
      wrong("must be a number from " + least + " to " + most);
    }
  }

  void oneOf(String... allowed) {
    if (isThere() && !List.of(allowed).contains(node.asText())) {
      wrong("must be one of " + String.join(", ", allowed));
    }
  }

  /** A text object of either kind. */
  void text(int max) {
    if (!type().equals("mrkdwn") && !type().equals("plain_text")) {
      wrong("must be a text object of type mrkdwn or plain_text");
    } else {
      at("text").string(max);
    }
  }

  public void plainText(int max) {
    if (type().equals("plain_text")) {
      at("text").string(max);
    } else {
      wrong("must be a plain_text object");
    }
  }

  public void optionalPlainText(int max) {
    if (isThere()) {
      plainText(max);
    }
  }

  /** Reports nodes with the same value in this field. */
  static void unique(List<BlockPath> spots, String field) {
    Set<String> seen = new HashSet<>();
    for (BlockPath spot : spots) {
      String value = spot.node().path(field).asText();
      if (!value.isEmpty() && !seen.add(value)) {
        spot.at(field).wrong(field + " \"" + value + "\" already exists");
      }
    }
  }
}
