package dev.mailbrake.request.apply;

import dev.mailbrake.mailbox.ChangeOutcome;
import dev.mailbrake.mailbox.Lookup;
import dev.mailbrake.mailbox.Mailbox;
import dev.mailbrake.mailbox.Urgency;

/** The switch for a mailbox's outgoing mail. */
public interface MailboxControl {

  /**
   * Reads a mailbox again by its ids, whatever its address is now. May be repeated.
   *
   * @param known the mailbox as it was read before
   */
  Lookup read(Mailbox known, Urgency urgency);

  /**
   * Sends the change, once. An answer of passing trouble does not say that it had no effect: read
   * before sending it again.
   */
  ChangeOutcome set(ApprovedChange change);

  /** A switch that reads and never writes: {@code MAILBRAKE_DRY_RUN}. */
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
