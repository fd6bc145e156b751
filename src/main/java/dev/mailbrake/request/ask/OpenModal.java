package dev.mailbrake.request.ask;

import dev.mailbrake.mailbox.Action;
import dev.mailbrake.request.model.ChangeRequest;
import dev.mailbrake.request.model.Interaction;
import dev.mailbrake.request.model.Modal;
import dev.mailbrake.request.model.PrivateMessage;
import dev.mailbrake.request.port.Delivery;
import dev.mailbrake.request.port.Ledger;
import dev.mailbrake.request.port.Modals;
import dev.mailbrake.request.wording.Wording;
import java.util.Optional;

/**
 * Opens a form to ask for a change. Whoever fills it in is checked then: a form's opening has three
 * seconds, so that nobody is asked anything before.
 */
public final class OpenModal {
  private final Modals forms;
  private final Ledger ledger;

  public OpenModal(Modals forms, Ledger ledger) {
    this.forms = forms;
    this.ledger = ledger;
  }

  /** Opens an empty form. */
  public void open(Action action, Interaction interaction) {
    open(new Modal(action, "", interaction.channel(), interaction));
  }

  /**
   * Opens a form that would end a block.
   *
   * @param requestId of the block; anything, if somebody forged it
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
                    click.channelOr(request.origin().channel()),
                    click)));
    return block.isPresent();
  }

  private void open(Modal form) {
    if (forms.open(form) instanceof Delivery.Delivered) {
      return;
    }
    ledger.write(tx -> tx.jobs().send(PrivateMessage.to(form.by(), Wording.noForm(form.action()))));
  }
}
