package dev.mailbrake.slack;

import dev.mailbrake.request.CardPlace;
import dev.mailbrake.request.Delivery;
import dev.mailbrake.request.Form;
import dev.mailbrake.request.Forms;

/** Forms as modals of Slack's. */
final class SlackForms implements Forms {
  /** A command or click that came twice: each trigger opens one form. */
  private static final String OPEN_ALREADY = "exchanged_trigger_id";

  private final SlackApi api;
  private final SlackCalls calls;

  SlackForms(SlackApi api, SlackCalls calls) {
    this.api = api;
    this.calls = calls;
  }

  @Override
  public Delivery open(Form form) {
    return calls.attempt(
        "views.open",
        () ->
            api.methods().viewsOpen(open -> open.triggerId(form.by().id()).view(FormView.of(form))),
        response -> new Delivery.Delivered(CardPlace.none()),
        why -> why.error().equals(OPEN_ALREADY) ? new Delivery.Delivered(CardPlace.none()) : why);
  }
}
