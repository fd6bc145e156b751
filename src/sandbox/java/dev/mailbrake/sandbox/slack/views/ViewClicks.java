package dev.mailbrake.sandbox.slack.views;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mailbrake.sandbox.slack.FakeSlack;
import dev.mailbrake.sandbox.slack.delivery.BotAcknowledgement;
import dev.mailbrake.sandbox.slack.delivery.BotAnswer;
import dev.mailbrake.sandbox.slack.delivery.BotLink;
import dev.mailbrake.sandbox.slack.delivery.BotPayload;
import dev.mailbrake.sandbox.slack.delivery.InteractionJson;
import dev.mailbrake.sandbox.slack.messages.MessageStore;
import dev.mailbrake.sandbox.slack.messages.SlackButton;
import dev.mailbrake.sandbox.slack.people.SlackChannel;
import dev.mailbrake.sandbox.slack.people.SlackUser;
import dev.mailbrake.sandbox.slack.protocol.Json;

/** Opening a home tab, and clicks on buttons in views: no channel, no response URL. */
public final class ViewClicks {

  private final OpenViews openViews;
  private final MessageStore messages;
  private final TriggerIds triggers;
  private final BotLink bot;

  public ViewClicks(OpenViews openViews, MessageStore messages, TriggerIds triggers, BotLink bot) {
    this.openViews = openViews;
    this.messages = messages;
    this.triggers = triggers;
    this.bot = bot;
  }

  public BotAcknowledgement click(SlackUser user, SlackView view, SlackButton button) {
    ObjectNode payload = InteractionJson.of("block_actions", user, triggers.issue(user.id()));
    payload.putObject("container").put("type", "view").put("view_id", view.id());
    payload.set("view", view.json());
    payload.set("state", view.json().path("state"));
    payload.put("hash", view.hash());
    payload.putArray("actions").add(InteractionJson.click(button, messages.nextTs()));
    BotAnswer answer = bot.send(BotPayload.interaction(payload));
    // Slack shows a warning sign next to the button.
    String failed = "\"" + button.label() + "\" failed with the error " + answer.error();
    String trouble = answer.error().isEmpty() ? "" : failed;
    openViews.change(view, it -> it.inTrouble(trouble));
    return answer.acknowledgement();
  }

  /** Sends the event; Slack would retry up to three times if it is not acknowledged. */
  public BotAcknowledgement openHome(SlackUser user) {
    String ts = messages.nextTs();
    ObjectNode body =
        Json.object()
            .put("token", "deprecated")
            .put("team_id", FakeSlack.TEAM)
            .put("api_app_id", FakeSlack.APP)
            .put("type", "event_callback")
            .put("event_id", "Ev" + ts.replace(".", ""))
            .put("event_time", Long.parseLong(ts.substring(0, ts.indexOf('.'))))
            .put("is_ext_shared_channel", false);
    body.putArray("authorizations")
        .addObject()
        .putNull("enterprise_id")
        .put("team_id", FakeSlack.TEAM)
        .put("user_id", FakeSlack.BOT_USER)
        .put("is_bot", true)
        .put("is_enterprise_install", false);
    body.set("event", event(user, ts));
    return bot.send(BotPayload.event(body)).acknowledgement();
  }

  private ObjectNode event(SlackUser user, String ts) {
    ObjectNode event =
        Json.object()
            .put("type", "app_home_opened")
            .put("user", user.id())
            .put("channel", SlackChannel.direct(user).id())
            .put("tab", "home")
            .put("event_ts", ts);
    openViews.home(user.id()).ifPresent(view -> event.set("view", view.json()));
    return event;
  }
}
