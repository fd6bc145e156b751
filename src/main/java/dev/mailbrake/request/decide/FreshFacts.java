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
 * The facts a decision needs besides the actor, read afresh: the mailbox, if what is known of it is
 * older than a minute, and whether the first of two approvers still is one.
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

  /**
   * Blocks while Zoho and Slack are asked.
   *
   * @param confirms false if the click cancels, which needs no facts
   */
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

  /**
   * @param request as it was when the facts were gathered
   * @param mailbox as Zoho has it now; after a failure, what is on record counts
   * @param first the first approver as Slack describes them now
   */
  record Facts(ChangeRequest request, Lookup mailbox, Optional<AccessCheck.Actor> first) {}
}
