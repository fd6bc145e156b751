package dev.mailbrake.request.apply;

import dev.mailbrake.fixture.SampleRequest;
import dev.mailbrake.mailbox.Action;
import dev.mailbrake.mailbox.MailboxId;
import dev.mailbrake.request.model.RequestState;

/** Approved changes for the tests of the adapters, which cannot make them. */
public final class ApprovedChanges {
  private ApprovedChanges() {}

  /** The change that a confirmed and recorded request permits, attempted just now. */
  public static ApprovedChange of(MailboxId mailbox, Action action) {
    return new ApprovedChange(
        SampleRequest.of(action)
            .mailbox(mailbox)
            .state(RequestState.CONFIRMED)
            .made()
            .attempted(SampleRequest.ASKED_AT));
  }
}
