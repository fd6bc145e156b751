package dev.mailbrake.sandbox.slack.views;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.mailbrake.sandbox.slack.delivery.BotAcknowledgement;
import dev.mailbrake.sandbox.slack.people.FakeWorkspace;
import dev.mailbrake.sandbox.slack.people.SlackChannel;
import dev.mailbrake.sandbox.slack.people.SlackUser;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

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

  /** The input's value: its text, an id, an option's value; empty if none, the first of several. */
  public String value(String input) {
    return values(input).stream().findFirst().orElse("");
  }

  /** All values of an input that takes several. */
  public List<String> values(String input) {
    JsonNode value = view().value(input(input));
    List<String> values = new ArrayList<>();
    for (JsonNode each : value.isArray() ? value : List.of(value)) {
      values.add(each.isObject() ? each.path("value").asText() : each.asText(""));
    }
    return List.copyOf(values);
  }

  /** The texts of the options that an input offers. */
  public List<String> options(String input) {
    return offered(input(input)).stream().map(it -> it.at("/text/text").asText()).toList();
  }

  /** Replaces the text of a text input; an empty text clears it. */
  public ShownModal fills(String input, String text) {
    ModalInput found = input(input);
    require(found.isText(), input + " is no text input but a " + found.type());
    return put(found, text.isEmpty() ? NullNode.getInstance() : new TextNode(text));
  }

  /** Picks exactly these users in a {@code users_select} or {@code multi_users_select}. */
  public ShownModal picks(String input, String... userIds) {
    ModalInput found = input(input);
    require(found.type().endsWith("users_select"), input + " takes no users: " + found.type());
    return choose(found, Stream.of(userIds).map(workspace::user).map(SlackUser::id));
  }

  /** Picks exactly these channels in a {@code conversations_select} or the like. */
  public ShownModal picksChannel(String input, String... channelIds) {
    ModalInput found = input(input);
    boolean fits = found.type().matches(".*(conversations|channels)_select");
    require(fits, input + " takes no channels: " + found.type());
    return choose(found, Stream.of(channelIds).map(workspace::channel).map(SlackChannel::id));
  }

  private ShownModal choose(ModalInput input, Stream<String> ids) {
    return choose(input, ids.<JsonNode>map(TextNode::new).toList());
  }

  /** Selects exactly these options of a menu, of radio buttons or checkboxes, by text or value. */
  public ShownModal selects(String input, String... options) {
    ModalInput found = input(input);
    return choose(found, Stream.of(options).map(option -> option(found, option)).toList());
  }

  private static JsonNode option(ModalInput input, String wanted) {
    return offered(input).stream()
        .filter(
            it ->
                it.at("/text/text").asText().equals(wanted)
                    || it.path("value").asText().equals(wanted))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No option " + wanted + " in " + input));
  }

  private static List<JsonNode> offered(ModalInput input) {
    return input.element().findValues("options").stream()
        .flatMap(options -> StreamSupport.stream(options.spliterator(), false))
        .toList();
  }

  /** Slack's own menus let nobody choose more than they hold. */
  private ShownModal choose(ModalInput input, List<JsonNode> values) {
    require(values.size() <= input.capacity(), "too many for " + input);
    if (input.valueField().endsWith("s")) {
      return put(input, JsonNodeFactory.instance.arrayNode().addAll(values));
    }
    return put(input, values.isEmpty() ? NullNode.getInstance() : values.get(0));
  }

  /** Clicks the first button inside the modal with this action id or label. */
  public BotAcknowledgement clicks(String actionIdOrLabel) {
    return clicks(actionIdOrLabel, "");
  }

  /** The same, narrowed to this block or value unless it is empty. */
  public BotAcknowledgement clicks(String actionIdOrLabel, String blockIdOrValue) {
    SlackView view = view();
    return clicks.click(user, view, view.button(actionIdOrLabel, blockIdOrValue));
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
