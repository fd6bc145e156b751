package dev.mailbrake.sandbox.slack.messages;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mailbrake.sandbox.slack.protocol.Json;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The block in which Slack's own clients send what a person typed, beside the text. */
final class RichText {

  private static final Pattern PART =
      Pattern.compile(
          "<@(?<user>\\w+)>|<!subteam\\^(?<group>\\w+)>|<#(?<channel>\\w+)(?:\\|[^>]*)?>"
              + "|<(?<url>[^>|!]+)(?:\\|(?<label>[^>]*))?>|(?<text>[^<]+|<)");

  private RichText() {}

  static ObjectNode of(String text) {
    ObjectNode block = Json.object().put("type", "rich_text").put("block_id", "typed");
    ObjectNode section = block.putArray("elements").addObject().put("type", "rich_text_section");
    ArrayNode elements = section.putArray("elements");
    Matcher part = PART.matcher(text);
    while (part.find()) {
      elements.add(element(part));
    }
    return block;
  }

  /** A section as a person reads it, on one line, with mentions and times as mrkdwn has them. */
  static String read(JsonNode section) {
    StringBuilder read = new StringBuilder();
    for (JsonNode part : section.path("elements")) {
      read.append(
          switch (part.path("type").asText()) {
            case "user" -> "<@" + part.path("user_id").asText() + ">";
            case "usergroup" -> "<!subteam^" + part.path("usergroup_id").asText() + ">";
            case "channel" -> "<#" + part.path("channel_id").asText() + ">";
            case "date" -> "<!date^" + part.path("timestamp").asText() + ">";
            default -> part.path("text").asText(part.path("url").asText());
          });
    }
    return read.toString();
  }

  private static ObjectNode element(Matcher part) {
    if (part.group("user") != null) {
      return Json.object().put("type", "user").put("user_id", part.group("user"));
    }
    if (part.group("group") != null) {
      return Json.object().put("type", "usergroup").put("usergroup_id", part.group("group"));
    }
    if (part.group("channel") != null) {
      return Json.object().put("type", "channel").put("channel_id", part.group("channel"));
    }
    if (part.group("url") != null) {
      ObjectNode link = Json.object().put("type", "link").put("url", part.group("url"));
      return part.group("label") == null ? link : link.put("text", part.group("label"));
    }
    return Json.object().put("type", "text").put("text", characters(part.group("text")));
  }

  private static String characters(String escaped) {
    return escaped.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
  }
}
