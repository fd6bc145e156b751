package dev.mailbrake.sandbox.slack.messages;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whom a message names where Slack renders a mention: in markdown and rich text, never in plain
 * text. The fallback text behind blocks does not count; whether Slack counts it is not documented.
 */
record Mentions(Set<String> users, Set<String> groups) {

  private static final Pattern MENTION =
      Pattern.compile("<(?:@([UW][A-Z0-9]+)|!subteam\\^(S[A-Z0-9]+))(?:\\|[^>]*)?>");

  static Mentions in(MessageBody body) {
    Mentions found = new Mentions(new LinkedHashSet<>(), new LinkedHashSet<>());
    if (body.blocks().isEmpty()) {
      found.markdown(body.text());
    } else {
      found.node(body.blocks());
    }
    return found;
  }

  private void node(JsonNode node) {
    switch (node.path("type").asText()) {
      case "mrkdwn" -> markdown(node.path("text").asText());
      case "user" -> users.add(node.path("user_id").asText());
      case "usergroup" -> groups.add(node.path("usergroup_id").asText());
      default -> node.forEach(this::node);
    }
  }

  private void markdown(String text) {
    Matcher mention = MENTION.matcher(text);
    while (mention.find()) {
      if (mention.group(1) != null) {
        users.add(mention.group(1));
      } else {
        groups.add(mention.group(2));
      }
    }
  }
}
