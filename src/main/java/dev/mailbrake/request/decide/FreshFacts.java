package dev.mailbrake.request.decide;

import dev.mailbrake.mailbox.Lookup;
import dev.mailbrake.mailbox.Mailbox;
import dev.mailbrake.mailbox.Urgency;
import dev.mailbrake.request.apply.MailboxControl;
import dev.mailbrake.request.model.ChangeRequest;
import dev.mailbrake.request.model.Recipient;
import java.time.Clock;
import java.util.Optional;

/**
 * The facts a decision needs besides the actor: the mailbox, read again if what we know is older
 * than a minute, and whether the first approver is still one.
 */
public final class FreshFacts {
  private final MailboxControl control;
  private final AccessCheck access;
  private final Clock clock;

  public FreshFacts(MailboxControl control, AccessCheck access, Clock clock) {
    this.control = control;
    this.access = access;
    this.clock = clock;
  }

  /** Blocks while it asks Zoho and Slack. A click that cancels needs no facts. */
  Facts read(ChangeRequest request, boolean confirms) {
    if (!confirms || !request.state().isWaiting()) {
      return new Facts(request, new Lookup.Found(request.mailbox()), Optional.empty());
    }
    return new Facts(request, mailbox(request.mailbox()), first(request));
  }

  private Lookup mailbox(Mailbox known) {
    return known.isFresh(clock.instant())
        ? new Lookup.Found(known)
        : control.read(known, Urgency.CHANGE);
  }

  private Optional<AccessCheck.Actor> first(ChangeRequest request) {
    return request.approvals().hasFirst()
        ? Optional.of(
            access.meet(Recipient.in(request.origin().channel(), request.approvals().first().by())))
        : Optional.empty();
  }

  /** The mailbox as Zoho has it now, or the failure; the first approver as Slack has them now. */
  record Facts(ChangeRequest request, Lookup mailbox, Optional<AccessCheck.Actor> first) {}
}
