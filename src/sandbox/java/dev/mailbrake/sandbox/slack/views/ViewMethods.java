package dev.mailbrake.sandbox.slack.views;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mailbrake.sandbox.slack.people.FakeWorkspace;
import dev.mailbrake.sandbox.slack.protocol.Json;
import dev.mailbrake.sandbox.slack.protocol.MethodArguments;
import dev.mailbrake.sandbox.slack.protocol.SlackError;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** The API methods {@code views.…}, and the views in answers to a submission. */
public final class ViewMethods {

  private static final int LARGEST = 250_000;

  private final OpenViews openViews;
  private final TriggerIds triggers;
  private final FakeWorkspace workspace;
  private final AtomicInteger made = new AtomicInteger();

  public ViewMethods(OpenViews openViews, TriggerIds triggers, FakeWorkspace workspace) {
    this.openViews = openViews;
    this.triggers = triggers;
    this.workspace = workspace;
  }

  public ObjectNode open(MethodArguments arguments) {
    JsonNode view = asked(arguments, "modal");
    TriggerIds.Trigger trigger = triggers.redeem(arguments.text("trigger_id"));
    SlackView modal = fresh(trigger.user(), view).startingIn(trigger.channel());
    openViews.open(modal);
    return shown(modal);
  }

  /** Refuses a stale {@code hash}. */
  public ObjectNode publish(MethodArguments arguments) {
    String user = arguments.text("user_id");
    if (workspace.findUser(user).isEmpty()) {
      throw new SlackError("user_not_found");
    }
    JsonNode view = asked(arguments, "home");
    Optional<SlackView> present = openViews.home(user);
    present.ifPresent(it -> holdHash(it, arguments.text("hash")));
    // A home tab keeps its id; for the first one there is nothing that a hash could contradict.
    SlackView home = present.map(it -> successor(it, view)).orElseGet(() -> fresh(user, view));
    openViews.publish(home);
    return shown(home);
  }

  public ObjectNode update(MethodArguments arguments) {
    String id = arguments.text("view_id");
    String externalId = arguments.text("external_id");
    if (id.isEmpty() && externalId.isEmpty()) {
      throw SlackError.because("invalid_arguments", List.of("view_id or external_id is needed"));
    }
    SlackView present =
        openViews
            .find(it -> it.isCalled(id, externalId))
            .orElseThrow(() -> new SlackError("not_found"));
    JsonNode view = asked(arguments, present.isHome() ? "home" : "modal");
    holdHash(present, arguments.text("hash"));
    SlackView next = successor(present, view);
    openViews.change(present, any -> next);
    return shown(next);
  }

  /** The answer {@code update} to a submission. */
  void replace(SlackView submitted, JsonNode view) {
    JsonNode next = valid(view, "modal");
    openViews.change(submitted, present -> successor(present, next));
  }

  /** The answer {@code push} to a submission. */
  void push(SlackView submitted, JsonNode view) {
    SlackView above = fresh(submitted.user(), valid(view, "modal"));
    ObjectNode json = (ObjectNode) above.json();
    json.put("previous_view_id", submitted.id());
    json.put("root_view_id", submitted.json().path("root_view_id").asText());
    openViews.push(SlackView.of(above.user(), json));
  }

  private SlackView fresh(String user, JsonNode view) {
    String externalId = view.path("external_id").asText();
    if (openViews.find(it -> it.isCalled("", externalId)).isPresent()) {
      throw new SlackError("duplicate_external_id");
    }
    return SlackView.of(user, ViewJson.of(view, "V0VIEW" + made.incrementAndGet(), newHash()));
  }

  private SlackView successor(SlackView present, JsonNode view) {
    ObjectNode json = ViewJson.of(view, present.id(), newHash());
    json.set("root_view_id", present.json().path("root_view_id"));
    json.set("previous_view_id", present.json().path("previous_view_id"));
    return ViewJson.keepingInput(present, SlackView.of(present.user(), json));
  }

  private String newHash() {
    return "1600000000.hash" + made.incrementAndGet();
  }

  private static void holdHash(SlackView present, String hash) {
    if (!hash.isEmpty() && !present.hash().equals(hash)) {
      throw new SlackError("hash_conflict");
    }
  }

  private static JsonNode asked(MethodArguments arguments, String type) {
    if (arguments.text("view").getBytes(UTF_8).length > LARGEST) {
      throw new SlackError("view_too_large");
    }
    return valid(arguments.json("view", "invalid_arguments"), type);
  }

  private static JsonNode valid(JsonNode view, String type) {
    List<String> problems = ViewRules.problems(view, type);
    if (!problems.isEmpty()) {
      throw SlackError.because("invalid_arguments", problems);
    }
    return view;
  }

  private static ObjectNode shown(SlackView view) {
    ObjectNode answer = Json.object();
    answer.set("view", view.json());
    return answer;
  }
}
