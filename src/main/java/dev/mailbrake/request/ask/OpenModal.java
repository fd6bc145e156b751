package dev.mailbrake.request.ask;

import dev.mailbrake.mailbox.Action;
import dev.mailbrake.request.model.ChangeRequest;
import dev.mailbrake.request.model.Interaction;
import dev.mailbrake.request.model.PrivateMessage;
import dev.mailbrake.request.port.Ledger;
import dev.mailbrake.request.port.Modals;
import dev.mailbrake.request.port.Modals.Modal;
import dev.mailbrake.request.wording.Wording;
import java.util.Optional;

/** Slack allows three seconds to open a modal, so the person is checked when they submit it. */
public final class OpenModal {
  private final Modals modals;
  private final Ledger ledger;

  public OpenModal(Modals modals, Ledger ledger) {
    this.modals = modals;
    this.ledger = ledger;
  }

  public void open(Action action, Interaction interaction) {
    open(new Modal(action, "", interaction.from().channel(), interaction));
  }

  /**
   * Opens the modal to end a block. Anybody may forge the id.
   *
   * @return false if there is no such request, or the button is not on its card
   */
  public boolean openToUnblock(String requestId, Interaction click) {
    Optional<ChangeRequest> block = ledger.read(tx -> tx.pressed(requestId, click.on()));
    block.ifPresent(
        request ->
            open(
                new Modal(
                    Action.UNBLOCK,
                    request.mailbox().address().value(),
                    click.from().channelOr(request.origin().channel()),
                    click)));
    return block.isPresent();
  }

  private void open(Modal modal) {
    if (modals.open(modal).isDone()) {
      return;
    }
    ledger.write(
        tx ->
            tx.jobs().send(PrivateMessage.to(modal.by().from(), Wording.noModal(modal.action()))));
  }
}
