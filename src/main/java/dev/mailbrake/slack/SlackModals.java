package dev.mailbrake.slack;

import dev.mailbrake.request.port.Delivery;
import dev.mailbrake.request.port.Delivery.Done;
import dev.mailbrake.request.port.Modals;
import dev.mailbrake.request.port.Modals.Modal;
import dev.mailbrake.slack.blocks.ModalBlocks;

public final class SlackModals implements Modals {
  /** A command or click that came twice: each trigger opens one form. */
  private static final String OPEN_ALREADY = "exchanged_trigger_id";

  private final SlackApi api;
  private final SlackCalls calls;

  public SlackModals(SlackApi api, SlackCalls calls) {
    this.api = api;
    this.calls = calls;
  }

  @Override
  public Delivery<Done> open(Modal form) {
    return calls
        .attempt(
            "views.open",
            () ->
                api.methods()
                    .viewsOpen(open -> open.triggerId(form.by().id()).view(ModalBlocks.of(form))))
        .map(opened -> new Done())
        .otherwise(why -> why.error().equals(OPEN_ALREADY) ? Delivery.done() : why);
  }
}
