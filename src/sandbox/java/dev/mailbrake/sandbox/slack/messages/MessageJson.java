package dev.mailbrake.sandbox.slack.messages;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mailbrake.sandbox.slack.FakeSlack;
import dev.mailbrake.sandbox.slack.people.SampleWorkspace;
import dev.mailbrake.sandbox.slack.protocol.Json;

/** A message in the form in which Slack sends it to the bot. */
public final class MessageJson {

  private MessageJson() {}

  public static ObjectNode of(SlackMessage message) {
    ObjectNode json =
        Json.object()
            .put("type", "message")
            .put("ts", message.ts())
            .put("text", message.text())
            .put("team", FakeSlack.TEAM);
    author(json, message.author());
    if (message.isReply()) {
      json.put("thread_ts", message.threadTs());
    }
    if (message.broadcast()) {
      json.put("subtype", "thread_broadcast");
    }
    if (!message.blocks().isEmpty()) {
      json.set("blocks", message.blocks());
    } else if (message.via() == SlackMessage.Via.PERSON && !message.text().isEmpty()) {
      json.putArray("blocks").add(RichText.of(message.text()));
    }
    if (!message.body().attachments().isEmpty()) {
      json.set("attachments", message.body().attachments());
    }
    return json;
  }

  /** Another app's webhook posts without a user. */
  private static void author(ObjectNode json, String author) {
    if (author.equals(SampleWorkspace.ALERTS)) {
      json.put("subtype", "bot_message").put("bot_id", "B" + author.substring(1));
    } else {
      json.put("user", author);
    }
    if (author.equals(FakeSlack.BOT_USER)) {
      json.put("bot_id", FakeSlack.BOT).put("app_id", FakeSlack.APP);
    }
  }
}
