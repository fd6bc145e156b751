package dev.mailbrake.request;

import dev.mailbrake.mailbox.Action;
import java.util.Optional;

/**
 * Opens a form to ask for a change. Whoever fills it in is checked then: a form's opening has three
 * seconds, so that nobody is asked anything before.
 */
public final class OpenForm {
  private final Forms forms;
  private final Ledger ledger;

  public OpenForm(Forms forms, Ledger ledger) {
    this.forms = forms;
    this.ledger = ledger;
  }

  /** Opens an empty form. */
  public void open(Action action, Interaction interaction) {
    open(new Form(action, "", interaction.channel(), interaction));
  }

  /**
   * Opens a form that would end a block.
   *
   * @param requestId of the block; anything, if somebody forged it
   * @return false if there is no such request, or the button is not on its card
   */
  public boolean openToAllow(String requestId, Interaction click) {
    Optional<ChangeRequest> block =
        ledger.transaction(entry -> entry.pressed(requestId, click.on()));
    block.ifPresent(
        request ->
            open(
                new Form(
                    Action.ALLOW,
                    request.mailbox().address().value(),
                    click.channelOr(request.asked().channel()),
                    click)));
    return block.isPresent();
  }

  private void open(Form form) {
    if (forms.open(form) instanceof Delivery.Delivered) {
      return;
    }
    ledger.transaction(
        entry -> {
          entry.jobs().send(PrivateMessage.to(form.by(), Wording.noForm(form.action())));
          return form;
        });
  }
}
