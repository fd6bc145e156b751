package dev.mailbrake.sandbox.slack;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** The opening of a home tab, and clicks on buttons in views: no channel, no response URL. */
final class ViewClicks {

  private final Screens screens;
  private final Conversations conversations;
  private final Triggers triggers;
  private final BotLink bot;

  ViewClicks(Screens screens, Conversations conversations, Triggers triggers, BotLink bot) {
    this.screens = screens;
    this.conversations = conversations;
    this.triggers = triggers;
    this.bot = bot;
  }

  Acknowledgement click(SlackUser user, SlackView view, SlackButton button) {
    ObjectNode payload = Interaction.of("block_actions", user, triggers.issue(user.id()));
    payload.putObject("container").put("type", "view").put("view_id", view.id());
    payload.set("view", view.json());
    payload.set("state", view.json().path("state"));
    payload.put("hash", view.hash());
    payload.putArray("actions").add(Interaction.click(button, conversations.nextTs()));
    BotAnswer answer = bot.send(Payload.interaction(payload));
    // Slack puts a warning sign beside the button.
    String failed = "\"" + button.label() + "\" failed with the error " + answer.error();
    String trouble = answer.error().isEmpty() ? "" : failed;
    screens.change(view, it -> it.inTrouble(trouble));
    return answer.acknowledgement();
  }

  /** The event; Slack would send it up to three times more if it is not acknowledged. */
  Acknowledgement openHome(SlackUser user) {
    String ts = conversations.nextTs();
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
    return bot.send(Payload.event(body)).acknowledgement();
  }

  private ObjectNode event(SlackUser user, String ts) {
    ObjectNode event =
        Json.object()
            .put("type", "app_home_opened")
            .put("user", user.id())
            .put("channel", SlackChannel.direct(user).id())
            .put("tab", "home")
            .put("event_ts", ts);
    screens.home(user.id()).ifPresent(view -> event.set("view", view.json()));
    return event;
  }
}
