package dev.mailbrake.sandbox.slack.delivery;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mailbrake.sandbox.slack.FakeSlack;
import dev.mailbrake.sandbox.slack.messages.SlackButton;
import dev.mailbrake.sandbox.slack.people.SlackUser;
import dev.mailbrake.sandbox.slack.protocol.Json;

/** What the payloads of all interactions share: who acted, in which workspace, on what. */
public final class InteractionJson {

  private InteractionJson() {}

  public static ObjectNode of(String type, SlackUser user, String trigger) {
    ObjectNode payload =
        Json.object()
            .put("type", type)
            .put("api_app_id", FakeSlack.APP)
            .put("token", "deprecated")
            .put("trigger_id", trigger)
            .put("is_enterprise_install", false)
            .putNull("enterprise");
    payload
        .putObject("user")
        .put("id", user.id())
        .put("username", user.name())
        .put("name", user.name())
        .put("team_id", user.teamId());
    payload.putObject("team").put("id", FakeSlack.TEAM).put("domain", FakeSlack.TEAM_DOMAIN);
    return payload;
  }

  /** The only entry in the list of actions after a click on a button or a menu's item. */
  public static ObjectNode click(SlackButton button, String actionTs) {
    ObjectNode action =
        Json.object()
            .put("action_id", button.actionId())
            .put("block_id", button.blockId())
            .put("type", button.type())
            .put("action_ts", actionTs);
    ObjectNode labelled = button.isMenuItem() ? action.putObject("selected_option") : action;
    labelled
        .putObject("text")
        .put("type", "plain_text")
        .put("text", button.label())
        .put("emoji", true);
    if (!button.value().isEmpty()) {
      labelled.put("value", button.value());
    }
    if (!button.style().isEmpty()) {
      action.put("style", button.style());
    }
    return action;
  }
}
