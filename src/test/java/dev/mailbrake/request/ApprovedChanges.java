package dev.mailbrake.request;

import dev.mailbrake.mailbox.Action;
import dev.mailbrake.mailbox.MailboxId;

/** Approved changes for the tests of the adapters, which cannot make one themselves. */
public final class ApprovedChanges {
  private ApprovedChanges() {}

  /** The change that a confirmed and recorded request allows, attempted just now. */
  public static ApprovedChange of(MailboxId mailbox, Action action) {
    return new ApprovedChange(
        SampleRequest.of(action)
            .mailbox(mailbox)
            .state(RequestState.CONFIRMED)
            .made()
            .attempted(SampleRequest.ASKED_AT));
  }
}
