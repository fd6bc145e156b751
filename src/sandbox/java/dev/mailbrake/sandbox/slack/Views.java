package dev.mailbrake.sandbox.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What people see beside messages: the modal somebody has open, and everybody's home tab. */
final class Views {

  private final Turn turn;
  private final Triggers triggers;
  private final Workspace workspace;
  private final Map<String, ObjectNode> byUserAndType = new HashMap<>();
  private int opened;

  Views(Turn turn, Triggers triggers, Workspace workspace) {
    this.turn = turn;
    this.triggers = triggers;
    this.workspace = workspace;
  }

  Optional<JsonNode> find(String user, String type) {
    return turn.look(
        () -> Optional.ofNullable(byUserAndType.get(user + type)).map(JsonNode::deepCopy));
  }

  /** The API method {@code views.open}. */
  ObjectNode open(Arguments arguments) {
    JsonNode view = valid(arguments, "modal");
    return show(triggers.redeem(arguments.text("trigger_id")), view);
  }

  /** The API method {@code views.publish}; a stale {@code hash} loses. */
  ObjectNode publish(Arguments arguments) {
    String user = arguments.text("user_id");
    if (workspace.findUser(user).isEmpty()) {
      throw new SlackRefusal("user_not_found");
    }
    JsonNode view = valid(arguments, "home");
    String hash = arguments.text("hash");
    boolean stale =
        find(user, "home").map(it -> !it.path("hash").asText().equals(hash)).orElse(false);
    if (!hash.isEmpty() && stale) {
      throw new SlackRefusal("hash_conflict");
    }
    return show(user, view);
  }

  private ObjectNode show(String user, JsonNode view) {
    opened++;
    ObjectNode shown = view.deepCopy();
    shown.put("id", "V0VIEW" + opened).put("hash", "hash." + opened);
    shown.put("team_id", FakeSlack.TEAM).put("app_id", FakeSlack.APP).put("bot_id", FakeSlack.BOT);
    shown.putObject("state").putObject("values");
    byUserAndType.put(user + view.path("type").asText(), shown);
    ObjectNode answer = Json.object();
    answer.set("view", shown.deepCopy());
    return answer;
  }

  private static JsonNode valid(Arguments arguments, String type) {
    JsonNode view = arguments.json("view", "invalid_arguments");
    List<String> problems = ViewRules.problems(view, type);
    if (!problems.isEmpty()) {
      throw SlackRefusal.because("invalid_arguments", problems);
    }
    return view;
  }
}
