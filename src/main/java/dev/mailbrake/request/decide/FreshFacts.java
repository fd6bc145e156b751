package dev.mailbrake.request.decide;

import dev.mailbrake.mailbox.Lookup;
import dev.mailbrake.mailbox.Mailbox;
import dev.mailbrake.mailbox.Urgency;
import dev.mailbrake.request.apply.MailboxControl;
import dev.mailbrake.request.model.ChangeRequest;
import dev.mailbrake.request.model.Interaction;
import dev.mailbrake.request.model.ReplyUrl;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * What a decision depends on beside the clicker, as it is now: the mailbox, if what is known of it
 * is older than a minute, and whether the first of two approvers still is one.
 */
public final class FreshFacts {
  /** How old Zoho's answer may be for a decision. */
  private static final Duration FRESH = Duration.ofMinutes(1);

  private final MailboxControl control;
  private final AccessCheck access;
  private final Clock clock;

  public FreshFacts(MailboxControl control, AccessCheck access, Clock clock) {
    this.control = control;
    this.access = access;
    this.clock = clock;
  }

  /**
   * Asks Zoho and Slack what has to be asked, and blocks meanwhile.
   *
   * @param confirms whether the request is to be confirmed; to end it, nothing has to be asked
   */
  Facts of(ChangeRequest request, boolean confirms) {
    if (!confirms || !request.state().isWaiting()) {
      return new Facts(request, new Lookup.Found(request.mailbox()), Optional.empty());
    }
    return new Facts(request, mailbox(request.mailbox()), first(request));
  }

  private Lookup mailbox(Mailbox known) {
    return known.wasReadWithin(FRESH, clock.instant())
        ? new Lookup.Found(known)
        : control.read(known, Urgency.CHANGE);
  }

  private Optional<AccessCheck.Actor> first(ChangeRequest request) {
    return request.approvals().hasFirst()
        ? Optional.of(
            access.meet(
                new Interaction(
                    request.approvals().first().by(), request.origin().channel(), ReplyUrl.NONE)))
        : Optional.empty();
  }

  /**
   * The facts about a request.
   *
   * @param request as it was when they were gathered
   * @param mailbox as Zoho has it now; a trouble leaves what is on record
   * @param first who has confirmed already, as Slack describes them now
   */
  record Facts(ChangeRequest request, Lookup mailbox, Optional<AccessCheck.Actor> first) {}
}
