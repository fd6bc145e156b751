package dev.mailbrake.sandbox.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.mailbrake.sandbox.slack.FakeSlack;
import dev.mailbrake.sandbox.slack.actions.SlackPerson;
import dev.mailbrake.sandbox.slack.delivery.BotAcknowledgement;
import dev.mailbrake.sandbox.slack.messages.MessageBody;
import dev.mailbrake.sandbox.slack.messages.SlackMessage;
import java.util.stream.Stream;

/** What the page's user can do with messages besides pressing their buttons. */
final class MessageActions {

  private final FakeSlack slack;

  MessageActions(FakeSlack slack) {
    this.slack = slack;
  }

  /** Posts in the channel, or in a message's thread. */
  void say(JsonNode body) {
    SlackPerson who = slack.as(PageActions.text(body, "user"));
    String said = PageActions.text(body, "text");
    if (body.path("thread").asText().isEmpty()) {
      var unused = who.says(PageActions.text(body, "channel"), said);
    } else {
      var unused = who.replies(message(body, "thread"), said);
    }
  }

  /** Looks at the channel, or at a message's thread. */
  void look(JsonNode body) {
    SlackPerson who = slack.as(PageActions.text(body, "user"));
    if (body.path("thread").asText().isEmpty()) {
      who.looksAt(PageActions.text(body, "channel"));
    } else {
      who.looksAtThread(message(body, "thread"));
    }
  }

  /** Runs a shortcut on a message, or a global one if no message is named. */
  BotAcknowledgement runShortcut(JsonNode body) {
    SlackPerson who = slack.as(PageActions.text(body, "user"));
    String callbackId = PageActions.text(body, "shortcut");
    return body.path("ts").asText().isEmpty()
        ? who.runsShortcut(callbackId, PageActions.text(body, "channel"))
        : who.runsShortcutOn(callbackId, message(body, "ts"));
  }

  /** Posts what a monitoring system would: no text, everything in an attachment. */
  void alert(JsonNode body) {
    ArrayNode attachments = JsonNodeFactory.instance.arrayNode();
    ArrayNode fields =
        attachments
            .addObject()
            .put("color", "#b32d2d")
            .put("title", "Unusual outgoing mail")
            .put("text", "rebecca@zylker.com sent 412 messages in 5 minutes.")
            .putArray("fields");
    fields.addObject().put("title", "Usually").put("value", "9 an hour").put("short", true);
    fields.addObject().put("title", "Bounced").put("value", "61 %").put("short", true);
    MessageBody alert = new MessageBody("", JsonNodeFactory.instance.arrayNode(), attachments);
    var unused = slack.alerts(PageActions.text(body, "channel"), alert);
  }

  /** The message with the timestamp in this field, as this user can see it. */
  SlackMessage message(JsonNode body, String field) {
    String user = PageActions.text(body, "user");
    String channel = PageActions.text(body, "channel");
    String ts = PageActions.text(body, field);
    return Stream.concat(slack.messages(channel).stream(), slack.ephemerals(user).stream())
        .filter(message -> message.channel().equals(channel) && message.ts().equals(ts))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No such message for " + user));
  }
}
