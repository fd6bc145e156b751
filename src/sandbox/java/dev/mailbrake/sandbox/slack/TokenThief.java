package dev.mailbrake.sandbox.slack;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mailbrake.sandbox.slack.messages.MessageStore;
import dev.mailbrake.sandbox.slack.messages.SlackButton;
import dev.mailbrake.sandbox.slack.messages.SlackMessage;
import dev.mailbrake.sandbox.slack.protocol.Json;
import dev.mailbrake.sandbox.slack.protocol.MethodArguments;
import dev.mailbrake.sandbox.slack.views.ViewMethods;
import dev.mailbrake.sandbox.slack.webapi.ChatMethods;

/**
 * Somebody who stole the bot token: calls the Web API by the same rules as the bot, with arbitrary
 * buttons. The messages look as if the bot had sent them.
 */
public final class TokenThief {
  private static final String WORDS = "Lunch is here";

  private final ChatMethods chat;
  private final ViewMethods views;
  private final MessageStore messages;

  TokenThief(ChatMethods chat, ViewMethods views, MessageStore messages) {
    this.chat = chat;
    this.views = views;
    this.messages = messages;
  }

  /** Posts a message with these buttons into a channel that the bot is in. */
  public SlackMessage posts(String channel, SlackButton... buttons) {
    ObjectNode posted = chat.postMessage(message(channel, buttons));
    return find(channel, posted.path("ts").asText());
  }

  /** Posts a message that only this user sees. */
  public SlackMessage whispers(String user, String channel, SlackButton... buttons) {
    MethodArguments arguments = MethodArguments.ofJson(json(channel, buttons).put("user", user));
    return find(channel, chat.postEphemeral(arguments).path("message_ts").asText());
  }

  /** Replaces one of the bot's own messages with one that has these buttons. */
  public SlackMessage edits(SlackMessage message, SlackButton... buttons) {
    chat.update(MethodArguments.ofJson(json(message.channel(), buttons).put("ts", message.ts())));
    return find(message.channel(), message.ts());
  }

  /** Deletes one of the bot's own messages. */
  public void deletes(SlackMessage message) {
    ObjectNode json = Json.object().put("channel", message.channel()).put("ts", message.ts());
    chat.delete(MethodArguments.ofJson(json));
  }

  /** Puts these buttons on somebody's home tab. */
  public void publishes(String user, SlackButton... buttons) {
    ObjectNode view = Json.object().put("type", "home");
    view.set("blocks", blocks(buttons));
    ObjectNode arguments = Json.object().put("user_id", user);
    arguments.set("view", view);
    views.publish(MethodArguments.ofJson(arguments));
  }

  private SlackMessage find(String channel, String ts) {
    return messages.find(channel, ts).orElseThrow();
  }

  private static MethodArguments message(String channel, SlackButton... buttons) {
    return MethodArguments.ofJson(json(channel, buttons));
  }

  private static ObjectNode json(String channel, SlackButton... buttons) {
    ObjectNode json = Json.object().put("channel", channel).put("text", WORDS);
    json.set("blocks", blocks(buttons));
    return json;
  }

  private static ArrayNode blocks(SlackButton... buttons) {
    ArrayNode blocks = Json.object().putArray("blocks");
    ObjectNode actions = blocks.addObject().put("type", "actions");
    ArrayNode elements = actions.putArray("elements");
    for (SlackButton button : buttons) {
      elements
          .addObject()
          .put("type", "button")
          .put("action_id", button.actionId())
          .put("value", button.value())
          .putObject("text")
          .put("type", "plain_text")
          .put("text", button.label());
    }
    return blocks;
  }
}
