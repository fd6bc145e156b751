package dev.mailbrake.sandbox.slack.actions;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mailbrake.sandbox.slack.delivery.BotAcknowledgement;
import dev.mailbrake.sandbox.slack.delivery.BotAnswer;
import dev.mailbrake.sandbox.slack.delivery.BotLink;
import dev.mailbrake.sandbox.slack.delivery.BotPayload;
import dev.mailbrake.sandbox.slack.delivery.InteractionJson;
import dev.mailbrake.sandbox.slack.messages.MessageBody;
import dev.mailbrake.sandbox.slack.messages.MessageJson;
import dev.mailbrake.sandbox.slack.messages.MessageStore;
import dev.mailbrake.sandbox.slack.messages.Placement;
import dev.mailbrake.sandbox.slack.messages.SlackMessage;
import dev.mailbrake.sandbox.slack.people.FakeWorkspace;
import dev.mailbrake.sandbox.slack.people.SlackChannel;
import dev.mailbrake.sandbox.slack.people.SlackUser;
import dev.mailbrake.sandbox.slack.views.TriggerIds;
import dev.mailbrake.sandbox.slack.webapi.ResponseUrls;

/** The app's shortcuts: on a message, and global. The acknowledgement must be empty. */
public final class Shortcuts {

  private final FakeWorkspace workspace;
  private final MessageStore messages;
  private final ResponseUrls urls;
  private final TriggerIds triggers;
  private final BotLink bot;

  public Shortcuts(
      FakeWorkspace workspace,
      MessageStore messages,
      ResponseUrls urls,
      TriggerIds triggers,
      BotLink bot) {
    this.workspace = workspace;
    this.messages = messages;
    this.urls = urls;
    this.triggers = triggers;
    this.bot = bot;
  }

  /**
   * Runs a global shortcut.
   *
   * @param channel what the person is looking at, which the payload does not tell; may be empty
   */
  BotAcknowledgement run(SlackUser user, String callbackId, String channel) {
    AppShortcut shortcut = AppShortcut.of(callbackId, false);
    ObjectNode payload = payload("shortcut", user, shortcut, channel);
    return send(user, shortcut, channel, payload);
  }

  /** Runs a message shortcut; Slack offers none on an ephemeral message. */
  BotAcknowledgement runOn(SlackUser user, String callbackId, SlackMessage message) {
    AppShortcut shortcut = AppShortcut.of(callbackId, true);
    SlackChannel channel = workspace.channel(message.channel());
    boolean visible = !channel.isDirect() || channel.members().contains(user.id());
    if (message.isEphemeral() || !visible) {
      throw new IllegalArgumentException(user.id() + " is offered no shortcut on " + message);
    }
    ObjectNode payload = payload("message_action", user, shortcut, channel.id());
    payload.putObject("channel").put("id", channel.id()).put("name", channel.name());
    payload.put("response_url", urls.forApp(user.id(), channel.id()).toString());
    payload.put("message_ts", message.ts());
    payload.set("message", described(message));
    return send(user, shortcut, channel.id(), payload);
  }

  /** The parent of a thread names itself as its thread. */
  private ObjectNode described(SlackMessage message) {
    ObjectNode json = MessageJson.of(message);
    if (!messages.replies(message.channel(), message.ts()).isEmpty()) {
      json.put("thread_ts", message.ts());
    }
    return json;
  }

  private ObjectNode payload(String type, SlackUser user, AppShortcut shortcut, String channel) {
    return InteractionJson.of(type, user, triggers.issue(user.id(), channel))
        .put("callback_id", shortcut.callbackId())
        .put("action_ts", messages.nextTs());
  }

  private BotAcknowledgement send(
      SlackUser user, AppShortcut shortcut, String channel, ObjectNode payload) {
    BotAnswer answer = bot.send(BotPayload.interaction(payload));
    if (!answer.error().isEmpty() || !answer.body().isBlank()) {
      String cause = answer.error().isEmpty() ? "not_empty: " + answer.body() : answer.error();
      MessageBody text =
          MessageBody.plain("\"" + shortcut.name() + "\" failed with the error " + cause);
      String place = channel.isEmpty() ? SlackChannel.direct(user).id() : channel;
      Placement placement = Placement.onlyFor(user.id(), place);
      messages.post(placement, Commands.SLACKBOT, SlackMessage.Via.PERSON, text);
    }
    return answer.acknowledgement();
  }
}
