package dev.mailbrake.request.apply;

import dev.mailbrake.mailbox.ChangeOutcome;
import dev.mailbrake.mailbox.Lookup;
import dev.mailbrake.mailbox.Mailbox;
import dev.mailbrake.mailbox.Urgency;

public interface MailboxControl {

  /** Reads a mailbox by its ids, whatever its address is now. May be repeated. */
  Lookup read(Mailbox known, Urgency urgency);

  /**
   * Sends the change once. It may take effect despite a temporary failure: read before retrying.
   */
  ChangeOutcome set(ApprovedChange change);

  /** Reads but never writes: {@code MAILBRAKE_DRY_RUN}. */
  public static final class DryRun implements MailboxControl {
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
}
