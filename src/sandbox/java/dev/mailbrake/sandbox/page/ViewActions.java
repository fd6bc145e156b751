package dev.mailbrake.sandbox.page;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mailbrake.sandbox.slack.FakeSlack;
import dev.mailbrake.sandbox.slack.delivery.BotAcknowledgement;
import dev.mailbrake.sandbox.slack.views.ShownModal;
import java.util.stream.StreamSupport;

/** What the page's user can do in a home tab and in a modal. */
final class ViewActions {

  private final FakeSlack slack;

  ViewActions(FakeSlack slack) {
    this.slack = slack;
  }

  BotAcknowledgement openHome(JsonNode body) {
    return slack.as(PageActions.text(body, "user")).opensHome();
  }

  BotAcknowledgement clickAtHome(JsonNode body) {
    String value = body.path("value").asText();
    String place = value.isEmpty() ? PageActions.text(body, "block") : value;
    return slack
        .as(PageActions.text(body, "user"))
        .clicksAtHome(PageActions.text(body, "action"), place);
  }

  BotAcknowledgement clickInForm(JsonNode body) {
    return filled(body).clicks(PageActions.text(body, "action"), body.path("value").asText());
  }

  BotAcknowledgement submit(JsonNode body) {
    return filled(body).submits();
  }

  BotAcknowledgement cancel(JsonNode body) {
    return form(body).cancels();
  }

  /** Fills in what the browser's inputs hold, by block. */
  private ShownModal filled(JsonNode body) {
    ShownModal form = form(body);
    body.path("values").properties().forEach(it -> fill(form, it.getKey(), it.getValue()));
    return form;
  }

  private static void fill(ShownModal form, String block, JsonNode filled) {
    String value = filled.path("value").asText();
    String[] values = values(filled.path("values"));
    switch (filled.path("type").asText()) {
      case "users_select" -> form.picks(block, value);
      case "multi_users_select" -> form.picks(block, values);
      case "conversations_select" -> form.picksChannel(block, value);
      case "static_select", "radio_buttons" -> form.selects(block, value);
      case "multi_static_select", "checkboxes" -> form.selects(block, values);
      default -> form.fills(block, value);
    }
  }

  private static String[] values(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false)
        .map(JsonNode::asText)
        .toArray(String[]::new);
  }

  /** The modal that the browser showed; the bot may have replaced it since. */
  private ShownModal form(JsonNode body) {
    ShownModal form = slack.as(PageActions.text(body, "user")).form();
    if (!form.view().id().equals(PageActions.text(body, "view"))) {
      throw new IllegalArgumentException("This form is no longer open");
    }
    return form;
  }
}
