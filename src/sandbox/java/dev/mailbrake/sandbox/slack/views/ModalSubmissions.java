package dev.mailbrake.sandbox.slack.views;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mailbrake.sandbox.slack.delivery.BotAcknowledgement;
import dev.mailbrake.sandbox.slack.delivery.BotAnswer;
import dev.mailbrake.sandbox.slack.delivery.BotLink;
import dev.mailbrake.sandbox.slack.delivery.BotPayload;
import dev.mailbrake.sandbox.slack.delivery.InteractionJson;
import dev.mailbrake.sandbox.slack.people.SlackUser;
import dev.mailbrake.sandbox.slack.protocol.Json;
import dev.mailbrake.sandbox.slack.protocol.SlackError;
import dev.mailbrake.sandbox.slack.webapi.ResponseUrls;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Submitting and closing modals: the payloads, and what the bot's answer does to the modal. */
public final class ModalSubmissions {

  private static final BotAcknowledgement NOT_ASKED = new BotAcknowledgement(0, "", Duration.ZERO);

  private final OpenViews openViews;
  private final ViewMethods views;
  private final TriggerIds triggers;
  private final ResponseUrls urls;
  private final BotLink bot;

  public ModalSubmissions(
      OpenViews openViews, ViewMethods views, TriggerIds triggers, ResponseUrls urls, BotLink bot) {
    this.openViews = openViews;
    this.views = views;
    this.triggers = triggers;
    this.urls = urls;
    this.bot = bot;
  }

  /** Asks the bot only if nothing is missing. */
  BotAcknowledgement submit(SlackUser user, SlackView view) {
    if (view.json().path("submit").isNull()) {
      throw new IllegalArgumentException("There is no button to submit " + view);
    }
    Map<String, String> complaints = complaints(view);
    openViews.change(view, it -> it.refused(complaints));
    if (!complaints.isEmpty()) {
      return NOT_ASKED;
    }
    ObjectNode payload = payload("view_submission", user, view);
    responseUrls(payload.putArray("response_urls"), user, view);
    BotAnswer answer = send(payload);
    show(view, answer);
    return answer.acknowledgement();
  }

  /** Notifies the bot only if it asked for that. */
  BotAcknowledgement close(SlackUser user, SlackView view) {
    openViews.close(view);
    if (!view.json().path("notify_on_close").asBoolean()) {
      return NOT_ASKED;
    }
    ObjectNode payload = payload("view_closed", user, view).put("is_cleared", false);
    return send(payload).acknowledgement();
  }

  private ObjectNode payload(String type, SlackUser user, SlackView view) {
    ObjectNode payload = InteractionJson.of(type, user, triggers.issue(user.id()));
    payload.set("view", view.json());
    return payload;
  }

  private void responseUrls(ArrayNode json, SlackUser user, SlackView view) {
    for (ModalInput input : view.inputs()) {
      String channel = view.value(input).asText("");
      if (input.bringsResponseUrl() && !view.value(input).isNull()) {
        json.addObject()
            .put("block_id", input.blockId())
            .put("action_id", input.actionId())
            .put("channel_id", channel)
            .put("response_url", urls.forApp(user.id(), channel).toString());
      }
    }
  }

  private BotAnswer send(ObjectNode payload) {
    return bot.send(BotPayload.interaction(payload));
  }

  private static Map<String, String> complaints(SlackView view) {
    Map<String, String> complaints = new LinkedHashMap<>();
    for (ModalInput input : view.inputs()) {
      input.complaint(view.value(input)).ifPresent(it -> complaints.put(input.blockId(), it));
    }
    return complaints;
  }

  private void show(SlackView view, BotAnswer answer) {
    if (!answer.error().isEmpty()) {
      complain(view, answer.error());
    } else if (answer.body().isBlank()) {
      openViews.close(view);
    } else {
      try {
        carryOut(view, Json.parse(answer.body()).orElse(MissingNode.getInstance()));
      } catch (SlackError refusal) {
        complain(view, refusal.body().toString());
      }
    }
  }

  private void carryOut(SlackView view, JsonNode answer) {
    String action = answer.path("response_action").asText();
    switch (action) {
      case "errors" -> refuse(view, answer.path("errors"));
      case "update" -> views.replace(view, answer.path("view"));
      case "push" -> views.push(view, answer.path("view"));
      case "clear" -> openViews.closeAll(view.user());
      // An empty body is documented; what Slack makes of another body without an action is not.
      default -> complain(view, "unknown response_action \"" + action + "\"");
    }
  }

  /** Only inputs can have errors; an error for anything else invalidates the whole answer. */
  private void refuse(SlackView view, JsonNode errors) {
    Map<String, String> byBlock = new LinkedHashMap<>();
    errors.properties().forEach(it -> byBlock.put(it.getKey(), it.getValue().asText()));
    Set<String> inputs =
        view.inputs().stream()
            .filter(it -> !it.label().isEmpty())
            .map(ModalInput::blockId)
            .collect(Collectors.toSet());
    if (byBlock.isEmpty() || !inputs.containsAll(byBlock.keySet()) || byBlock.containsValue("")) {
      complain(view, "errors for " + byBlock.keySet() + ", but the inputs are " + inputs);
    } else {
      openViews.change(view, it -> it.refused(byBlock));
    }
  }

  /** The person reads only the first sentence; the cause is for debugging. */
  private void complain(SlackView view, String cause) {
    String trouble = "We had some trouble connecting. Try again? (" + cause + ")";
    openViews.change(view, it -> it.inTrouble(trouble));
  }
}
