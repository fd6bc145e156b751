package dev.mailbrake.sandbox.slack.views;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.mailbrake.sandbox.slack.delivery.BotAcknowledgement;
import dev.mailbrake.sandbox.slack.people.FakeWorkspace;
import dev.mailbrake.sandbox.slack.people.SlackUser;
import java.util.List;
import java.util.Map;

/**
 * The topmost modal on somebody's screen, to be filled in. Throws IllegalArgumentException if none
 * is open or it has no such element. Inputs are found by label, block id or action id.
 */
public final class ShownModal {

  private final SlackUser user;
  private final FakeWorkspace workspace;
  private final OpenViews openViews;
  private final ModalSubmissions submissions;
  private final ViewClicks clicks;

  public ShownModal(
      SlackUser user,
      FakeWorkspace workspace,
      OpenViews openViews,
      ModalSubmissions submissions,
      ViewClicks clicks) {
    this.user = user;
    this.workspace = workspace;
    this.openViews = openViews;
    this.submissions = submissions;
    this.clicks = clicks;
  }

  public boolean isOpen() {
    return openViews.modal(user.id()).isPresent();
  }

  public SlackView view() {
    return openViews
        .modal(user.id())
        .orElseThrow(() -> new IllegalArgumentException("No modal is open for " + user.id()));
  }

  public String title() {
    return view().title();
  }

  public List<String> labels() {
    return view().inputs().stream().map(ModalInput::label).filter(it -> !it.isEmpty()).toList();
  }

  /** The input's value: its text, a user's id, an option's value; empty if none. */
  public String value(String input) {
    JsonNode value = view().value(input(input));
    return value.isObject() ? value.path("value").asText() : value.asText("");
  }

  /** Replaces the text of a text input; an empty text clears it. */
  public ShownModal fills(String input, String text) {
    ModalInput found = input(input);
    require(found.isText(), input + " is no text input but a " + found.type());
    return put(found, text.isEmpty() ? NullNode.getInstance() : new TextNode(text));
  }

  /** Picks a user in a {@code users_select}. */
  public ShownModal picks(String input, String userId) {
    ModalInput found = input(input);
    require(found.isOf("users_select"), input + " is no users_select but a " + found.type());
    return put(found, new TextNode(workspace.user(userId).id()));
  }

  /** Selects an option of a {@code static_select} or of radio buttons, by its text or value. */
  public ShownModal selects(String input, String option) {
    ModalInput found = input(input);
    for (JsonNode options : found.element().findValues("options")) {
      for (JsonNode each : options) {
        String text = each.path("text").path("text").asText();
        if (text.equals(option) || each.path("value").asText().equals(option)) {
          return put(found, each);
        }
      }
    }
    throw new IllegalArgumentException("No option " + option + " in " + found);
  }

  /** Clicks the first button inside the modal with this action id or label. */
  public BotAcknowledgement clicks(String actionIdOrLabel) {
    SlackView view = view();
    return clicks.click(user, view, view.button(actionIdOrLabel));
  }

  /**
   * Submits; returns when the bot has answered or Slack has given up. The status is also 0 if Slack
   * itself found something missing and did not ask the bot; see {@link #errors}.
   */
  public BotAcknowledgement submits() {
    return submissions.submit(user, view());
  }

  /** Closes the topmost modal; the bot is notified only if it asked for that. */
  public BotAcknowledgement cancels() {
    return submissions.close(user, view());
  }

  /** The messages beneath inputs after a refused submission, by block id. */
  public Map<String, String> errors() {
    return view().errors();
  }

  /** Slack's "We had some trouble connecting", with the cause; empty if all is well. */
  public String trouble() {
    return view().trouble();
  }

  private ModalInput input(String name) {
    SlackView view = view();
    return view.inputs().stream()
        .filter(it -> it.isCalled(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No input " + name + " in " + view));
  }

  /** An input with {@code dispatch_action} would notify the bot at once; that is not done here. */
  private ShownModal put(ModalInput input, JsonNode value) {
    openViews.change(view(), it -> it.filled(input, value));
    return this;
  }

  private static void require(boolean fits, String otherwise) {
    if (!fits) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
