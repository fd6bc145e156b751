package dev.mailbrake.sandbox.page;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mailbrake.sandbox.slack.Acknowledgement;
import dev.mailbrake.sandbox.slack.FakeSlack;
import dev.mailbrake.sandbox.slack.ModalForm;

/** What somebody in front of the page can do in a home tab and in a form. */
final class ViewDeeds {

  private final FakeSlack slack;

  ViewDeeds(FakeSlack slack) {
    this.slack = slack;
  }

  Acknowledgement openHome(JsonNode body) {
    return slack.as(Deeds.text(body, "user")).opensHome();
  }

  Acknowledgement clickAtHome(JsonNode body) {
    String value = body.path("value").asText();
    String place = value.isEmpty() ? Deeds.text(body, "block") : value;
    return slack.as(Deeds.text(body, "user")).clicksAtHome(Deeds.text(body, "action"), place);
  }

  Acknowledgement clickInForm(JsonNode body) {
    return filled(body).clicks(Deeds.text(body, "action"));
  }

  Acknowledgement submit(JsonNode body) {
    return filled(body).submits();
  }

  Acknowledgement cancel(JsonNode body) {
    return form(body).cancels();
  }

  /** With what the browser's inputs hold, by block. */
  private ModalForm filled(JsonNode body) {
    ModalForm form = form(body);
    body.path("values").properties().forEach(it -> fill(form, it.getKey(), it.getValue()));
    return form;
  }

  private static void fill(ModalForm form, String block, JsonNode filled) {
    String value = filled.path("value").asText();
    switch (filled.path("type").asText()) {
      case "users_select" -> form.picks(block, value);
      case "static_select", "radio_buttons" -> form.selects(block, value);
      default -> form.fills(block, value);
    }
  }

  /** Of the view that the browser showed: meanwhile the bot may have shown another one. */
  private ModalForm form(JsonNode body) {
    ModalForm form = slack.as(Deeds.text(body, "user")).form();
    if (!form.view().id().equals(Deeds.text(body, "view"))) {
      throw new IllegalArgumentException("This form is not open any more");
    }
    return form;
  }
}
