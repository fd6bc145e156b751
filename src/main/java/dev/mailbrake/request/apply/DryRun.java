package dev.mailbrake.request.apply;

import dev.mailbrake.mailbox.ChangeOutcome;
import dev.mailbrake.mailbox.Lookup;
import dev.mailbrake.mailbox.Mailbox;
import dev.mailbrake.mailbox.Urgency;

/** A switch that reads and never writes: {@code MAILBRAKE_DRY_RUN}. */
public final class DryRun implements MailboxControl {
  private final MailboxControl real;

  public DryRun(MailboxControl real) {
    this.real = real;
  }

  @Override
  public Lookup read(Mailbox known, Urgency urgency) {
    return real.read(known, urgency);
  }

  @Override
  public ChangeOutcome set(ApprovedChange change) {
    return new ChangeOutcome.DryRun();
  }
}
