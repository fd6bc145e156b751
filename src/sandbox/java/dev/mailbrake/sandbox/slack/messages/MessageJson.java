package dev.mailbrake.sandbox.slack.messages;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mailbrake.sandbox.slack.FakeSlack;
import dev.mailbrake.sandbox.slack.protocol.Json;

/** A message in the form in which Slack sends it to the bot. */
public final class MessageJson {

  private MessageJson() {}

  public static ObjectNode of(SlackMessage message) {
    ObjectNode json =
        Json.object()
            .put("type", "message")
            .put("user", message.author())
            .put("ts", message.ts())
            .put("text", message.text())
            .put("team", FakeSlack.TEAM);
    if (message.author().equals(FakeSlack.BOT_USER)) {
      json.put("bot_id", FakeSlack.BOT).put("app_id", FakeSlack.APP);
    }
    if (!message.threadTs().isEmpty()) {
      json.put("thread_ts", message.threadTs());
    }
    if (!message.blocks().isEmpty()) {
      json.set("blocks", message.blocks());
    }
    return json;
  }
}
