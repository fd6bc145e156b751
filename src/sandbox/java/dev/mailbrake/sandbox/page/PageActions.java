package dev.mailbrake.sandbox.page;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mailbrake.sandbox.slack.FakeSlack;
import dev.mailbrake.sandbox.slack.delivery.BotAcknowledgement;
import dev.mailbrake.sandbox.slack.messages.MessageBody;
import dev.mailbrake.sandbox.slack.messages.SlackButton;
import dev.mailbrake.sandbox.slack.messages.SlackMessage;
import dev.mailbrake.sandbox.zoho.FakeZoho;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the page's user can do. Invalid requests throw IllegalArgumentException. */
final class PageActions {

  private static final Duration MAX_FORWARD = Duration.ofDays(31);

  private final FakeSlack slack;
  private final FakeZoho zoho;
  private final FaultSwitches switches;
  private final ShiftedClock clock;
  private final ViewActions views;
  private final MessageActions messages;

  PageActions(FakeSlack slack, FakeZoho zoho, FaultSwitches switches, ShiftedClock clock) {
    this.slack = slack;
    this.zoho = zoho;
    this.switches = switches;
    this.clock = clock;
    views = new ViewActions(slack);
    messages = new MessageActions(slack);
  }

  /**
   * Performs the action that the path names, with the arguments in the body.
   *
   * @return how many milliseconds the bot took to acknowledge, empty if it was not asked
   */
  Optional<Long> perform(String path, JsonNode body) {
    return switch (path) {
      case "/command" -> Optional.of(command(body));
      case "/click" -> Optional.of(click(body));
      case "/shortcut" -> Optional.of(took(messages.runShortcut(body)));
      case "/say" -> quietly(() -> messages.say(body));
      case "/look" -> quietly(() -> messages.look(body));
      case "/alert" -> quietly(() -> messages.alert(body));
      case "/home" -> Optional.of(took(views.openHome(body)));
      case "/home/click" -> Optional.of(took(views.clickAtHome(body)));
      case "/form/click" -> Optional.of(took(views.clickInForm(body)));
      case "/form/submit" -> Optional.of(took(views.submit(body)));
      case "/form/cancel" -> Optional.of(took(views.cancel(body)));
      case "/console" -> console(body);
      case "/fault" -> fault(body);
      case "/forward" -> forward(body);
      default -> throw new IllegalArgumentException("No such action: " + path);
    };
  }

  /** For what concerns Slack alone. */
  private static Optional<Long> quietly(Runnable action) {
    action.run();
    return Optional.empty();
  }

  private long command(JsonNode body) {
    return took(slack.as(text(body, "user")).in(text(body, "channel")).types(text(body, "line")));
  }

  private long click(JsonNode body) {
    String user = text(body, "user");
    SlackMessage message = messages.message(body, "ts");
    return took(slack.as(user).clicks(message, button(message, body)));
  }

  /** The button as the browser showed it, even if the message has changed since. */
  private static SlackButton button(SlackMessage message, JsonNode body) {
    String actionId = text(body, "action");
    String value = body.path("value").asText();
    return Stream.concat(Stream.of(message.body()), message.earlier().stream())
        .map(MessageBody::buttons)
        .flatMap(List::stream)
        .filter(button -> button.actionId().equals(actionId) && button.value().equals(value))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No such button: " + actionId));
  }

  private Optional<Long> console(JsonNode body) {
    zoho.setOutgoingBlocked(text(body, "address"), body.path("blocked").asBoolean());
    return Optional.empty();
  }

  private Optional<Long> fault(JsonNode body) {
    String id = text(body, "fault");
    switches
        .find(id)
        .orElseThrow(() -> new IllegalArgumentException("No such fault: " + id))
        .turn(body.path("on").asBoolean());
    return Optional.empty();
  }

  private Optional<Long> forward(JsonNode body) {
    Duration time = Duration.ofMinutes(body.path("minutes").asLong());
    if (time.isNegative() || time.compareTo(MAX_FORWARD) > 0) {
      throw new IllegalArgumentException("Must be 0 to 31 days, not " + time);
    }
    clock.forward(time);
    return Optional.empty();
  }

  private static long took(BotAcknowledgement answer) {
    return answer.took().toMillis();
  }

  static String text(JsonNode body, String field) {
    String text = body.path(field).asText();
    if (text.isBlank()) {
      throw new IllegalArgumentException(field + " is missing");
    }
    return text;
  }
}
