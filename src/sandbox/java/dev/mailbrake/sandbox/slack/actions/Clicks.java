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
import dev.mailbrake.sandbox.slack.messages.SlackButton;
import dev.mailbrake.sandbox.slack.messages.SlackMessage;
import dev.mailbrake.sandbox.slack.people.FakeWorkspace;
import dev.mailbrake.sandbox.slack.people.SlackChannel;
import dev.mailbrake.sandbox.slack.people.SlackUser;
import dev.mailbrake.sandbox.slack.views.TriggerIds;
import dev.mailbrake.sandbox.slack.webapi.ResponseUrls;
import java.util.Optional;

/** Clicks on buttons: the {@code block_actions} payload, and what a failure shows. */
public final class Clicks {

  private final FakeWorkspace workspace;
  private final MessageStore messages;
  private final ResponseUrls urls;
  private final TriggerIds triggers;
  private final BotLink bot;

  public Clicks(
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

  /** Clicks on the message as this person's screen still shows it. */
  BotAcknowledgement click(SlackUser user, SlackMessage message, SlackButton button) {
    if (message.isEphemeral() && !message.onlyFor().equals(user.id())) {
      throw new IllegalArgumentException(user.id() + " cannot see " + message);
    }
    Target target = new Target(message.channel(), message.ts(), Optional.of(message));
    return send(user, target, button);
  }

  /** Clicks with any ids, whether they exist or not. */
  BotAcknowledgement clickRaw(SlackUser user, String channel, String ts, SlackButton button) {
    return send(user, new Target(channel, ts, messages.find(channel, ts)), button);
  }

  private BotAcknowledgement send(SlackUser user, Target target, SlackButton button) {
    ObjectNode payload = payload(user, target, button);
    BotAnswer answer = bot.send(BotPayload.interaction(payload));
    if (!answer.error().isEmpty()) {
      // Slack shows a warning sign next to the button; here it is an ephemeral message.
      MessageBody text =
          MessageBody.plain("\"" + button.label() + "\" failed with the error " + answer.error());
      Placement placement = Placement.onlyFor(user.id(), target.channel());
      messages.post(placement, Commands.SLACKBOT, SlackMessage.Via.PERSON, text);
    }
    return answer.acknowledgement();
  }

  private ObjectNode payload(SlackUser user, Target target, SlackButton button) {
    ObjectNode payload =
        InteractionJson.of("block_actions", user, triggers.issue(user.id(), target.channel()));
    container(payload.putObject("container"), target);
    payload.putObject("channel").put("id", target.channel()).put("name", nameOf(target));
    // Documented as optional; Slack omits it for ephemeral messages.
    target
        .message()
        .filter(message -> !message.isEphemeral())
        .ifPresent(message -> payload.set("message", MessageJson.of(message)));
    payload.putObject("state").putObject("values");
    payload.put("response_url", urls.forClick(user.id(), target.channel(), target.ts()).toString());
    payload.putArray("actions").add(InteractionJson.click(button, messages.nextTs()));
    return payload;
  }

  private static void container(ObjectNode json, Target target) {
    json.put("type", "message")
        .put("message_ts", target.ts())
        .put("channel_id", target.channel())
        .put("is_ephemeral", target.message().map(SlackMessage::isEphemeral).orElse(false));
    target
        .message()
        .map(SlackMessage::threadTs)
        .filter(thread -> !thread.isEmpty())
        .ifPresent(thread -> json.put("thread_ts", thread));
  }

  private String nameOf(Target target) {
    return workspace.findChannel(target.channel()).map(SlackChannel::name).orElse("");
  }

  private record Target(String channel, String ts, Optional<SlackMessage> message) {}
}
