package dev.mailbrake.request.model;

import dev.mailbrake.audit.AuditEntry;
import dev.mailbrake.audit.AuditEvent;
import dev.mailbrake.audit.AuditSubject;
import dev.mailbrake.audit.PersonName;
import dev.mailbrake.mailbox.Action;
import dev.mailbrake.mailbox.Mailbox;
import dev.mailbrake.request.port.Ledger;
import java.time.Instant;

/**
 * A request to change one mailbox's outgoing status, from the asking to its end and to whatever it
 * brought about. Immutable: each step gives the request as it stands after it, and the {@link
 * Ledger} decides whether the step counts.
 *
 * @param id all that its buttons carry
 * @param card the card it is a row of
 * @param action what is asked for
 * @param mailbox the mailbox as Zoho described it when it was asked for, or at the last click
 * @param origin who requested it, where and when
 * @param terms why, for how long, and until when it can be confirmed
 * @param state where it stands
 * @param approvals how far the people have come while it waits
 * @param decision who confirmed or cancelled it
 * @param progress how far the applying has come
 * @param effect what it brought about
 */
public record ChangeRequest(
    RequestId id,
    CardId card,
    Action action,
    Mailbox mailbox,
    Origin origin,
    Terms terms,
    RequestState state,
    Approvals approvals,
    Decision decision,
    Progress progress,
    Effect effect) {

  public static ChangeRequest waiting(
      CardId card,
      Action action,
      Mailbox mailbox,
      Origin origin,
      Terms terms,
      Approvals approvals) {
    return new ChangeRequest(
        RequestId.random(),
        card,
        action,
        mailbox,
        origin,
        terms,
        RequestState.WAITING,
        approvals,
        Decision.NONE,
        Progress.NONE,
        Effect.NONE);
  }

  /** The same, with the mailbox as it is now and what the people are to know of that. */
  public ChangeRequest seen(Mailbox now, Approvals then) {
    return new ChangeRequest(
        id, card, action, now, origin, terms, state, then, decision, progress, effect);
  }

  /** One of two has confirmed, or has lost the say. */
  public ChangeRequest withApprovals(Approvals then) {
    return seen(mailbox, then);
  }

  public ChangeRequest confirmed(PersonName by, Instant at) {
    return step(RequestState.CONFIRMED, new Decision(by, at), progress);
  }

  public ChangeRequest cancelled(PersonName by, Instant at) {
    return step(RequestState.CANCELLED, new Decision(by, at), progress);
  }

  public ChangeRequest expired() {
    return step(RequestState.EXPIRED, decision, progress);
  }

  /** What it was asked for is not there any more. */
  public ChangeRequest voided(String why, Instant at) {
    return reached(RequestState.VOID, why, at);
  }

  /** About to be sent: recorded before it is, because nothing can be recorded between. */
  public ChangeRequest attempted(Instant at) {
    return step(state, decision, progress.attempted(at));
  }

  public ChangeRequest putOff(String note, Instant at) {
    return step(state, decision, progress.noted(note, at));
  }

  /** Refused for now, in an answer that does not prove that nothing happened. */
  public ChangeRequest refused(String reason, Instant at) {
    return step(state, decision, progress.refused(reason, at));
  }

  /** Ended, or accepted by Zoho and still to be seen. */
  public ChangeRequest reached(RequestState next, String note, Instant at) {
    return step(next, decision, progress.noted(note, at));
  }

  public ChangeRequest with(Effect itsEffect) {
    return new ChangeRequest(
        id, card, action, mailbox, origin, terms, state, approvals, decision, progress, itsEffect);
  }

  /** What happened to it, for the audit log. */
  public AuditEntry audited(AuditEvent event, PersonName who, String detail, Instant at) {
    return new AuditEntry(at, event, who, subject(), terms.reason(), detail);
  }

  /** A click on it that was refused, for the audit log. */
  public AuditEntry refusedClick(PersonName who, String rule, Instant at) {
    return audited(AuditEvent.REFUSED_CLICK, who, "", at).refusedBy(rule);
  }

  /** What the audit log says that it is about. */
  public AuditSubject subject() {
    return new AuditSubject(
        id.value(),
        action.recorded(),
        mailbox.id().zuid(),
        mailbox.id().accountId(),
        mailbox.address().value(),
        mailbox.outgoing().recorded());
  }

  private ChangeRequest step(RequestState next, Decision by, Progress made) {
    return new ChangeRequest(
        id, card, action, mailbox, origin, terms, next, approvals, by, made, effect);
  }

  /** Whether it ends a block whose time is up, and was asked for by nobody. */
  public boolean isAutomaticUnblock() {
    return origin.endsBlock().isPresent();
  }

  /** Whether it blocked the mailbox, and that block still stands. */
  public boolean isBlockInForce() {
    return action == Action.BLOCK && effect.isInForce();
  }
}
