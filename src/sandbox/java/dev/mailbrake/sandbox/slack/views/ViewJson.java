package dev.mailbrake.sandbox.slack.views;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mailbrake.sandbox.slack.FakeSlack;
import dev.mailbrake.sandbox.slack.blocks.BlockIds;
import java.util.List;

/** A view in the form in which Slack sends it to the bot. */
final class ViewJson {

  private ViewJson() {}

  static ObjectNode of(JsonNode asked, String id, String hash) {
    ObjectNode view = asked.deepCopy();
    view.set("blocks", BlockIds.filledIn(asked.path("blocks")));
    view.put("id", id).put("hash", hash).put("root_view_id", id).putNull("previous_view_id");
    view.put("team_id", FakeSlack.TEAM).put("app_installed_team_id", FakeSlack.TEAM);
    view.put("app_id", FakeSlack.APP).put("bot_id", FakeSlack.BOT);
    for (String text : List.of("private_metadata", "callback_id", "external_id")) {
      view.put(text, asked.path(text).asText());
    }
    for (String flag : List.of("clear_on_close", "notify_on_close")) {
      view.put(flag, asked.path(flag).asBoolean());
    }
    for (String text : List.of("title", "submit", "close")) {
      if (!view.has(text)) {
        view.putNull(text);
      }
    }
    ObjectNode values = view.putObject("state").putObject("values");
    for (ModalInput input : ModalInput.in(view.path("blocks"))) {
      values.withObjectProperty(input.blockId()).set(input.actionId(), input.initialState());
    }
    return view;
  }

  /** What was filled in survives an update in inputs with the same ids and type. */
  static SlackView keepingInput(SlackView before, SlackView next) {
    SlackView kept = next;
    for (ModalInput input : before.inputs()) {
      boolean stays = next.inputs().stream().anyMatch(it -> same(it, input));
      if (stays) {
        kept = kept.filled(input, before.value(input));
      }
    }
    return kept;
  }

  private static boolean same(ModalInput one, ModalInput other) {
    return one.blockId().equals(other.blockId())
        && one.actionId().equals(other.actionId())
        && one.isOf(other.type());
  }
}
