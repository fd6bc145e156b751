package dev.mailbrake.request.model;

import dev.mailbrake.audit.AuditEntry;
import dev.mailbrake.audit.AuditEntry.AuditSubject;
import dev.mailbrake.audit.AuditEvent;
import dev.mailbrake.audit.PersonName;
import dev.mailbrake.mailbox.Action;
import dev.mailbrake.mailbox.Mailbox;
import dev.mailbrake.request.model.Approvals.Decision;
import dev.mailbrake.request.port.Ledger;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

/**
 * A request to change one mailbox's outgoing status, and what has become of it. Immutable: each
 * step returns the request after it, and the {@link Ledger} decides whether the step counts.
 *
 * @param mailbox as Zoho described it when the change was requested, or at the last click
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

  public ChangeRequest seen(Mailbox now, Approvals then) {
    return new ChangeRequest(
        id, card, action, now, origin, terms, state, then, decision, progress, effect);
  }

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

  /** Recorded before the change is sent, because a crash may come in between. */
  public ChangeRequest attempted(Instant at) {
    return step(state, decision, progress.attempted(at));
  }

  public ChangeRequest putOff(String note, Instant at) {
    return step(state, decision, progress.noted(note, at));
  }

  /** Refused, but in an answer that doesn't prove that nothing happened. */
  public ChangeRequest refused(String reason, Instant at) {
    return step(state, decision, progress.refused(reason, at));
  }

  public ChangeRequest reached(RequestState next, String note, Instant at) {
    boolean keepsCount = next == RequestState.FAILED;
    return step(next, decision, keepsCount ? progress.failed(note, at) : progress.noted(note, at));
  }

  public ChangeRequest with(Effect itsEffect) {
    return new ChangeRequest(
        id, card, action, mailbox, origin, terms, state, approvals, decision, progress, itsEffect);
  }

  public AuditEntry audited(AuditEvent event, PersonName who, String detail, Instant at) {
    return new AuditEntry(at, event, who, subject(), terms.reason(), detail);
  }

  public AuditEntry refusedClick(PersonName who, String rule, Instant at) {
    return audited(AuditEvent.REFUSED_CLICK, who, "", at).refusedBy(rule);
  }

  public AuditSubject subject() {
    return new AuditSubject(
        id.value(),
        action.recorded(),
        mailbox.id().zuid(),
        mailbox.id().accountId(),
        mailbox.address().value(),
        mailbox.outgoing().recorded());
  }

  /** How long to retry when Zoho does not answer; longer where nobody watches. */
  public Duration patience() {
    return isAutomaticUnblock() ? Duration.ofDays(1) : Duration.ofHours(1);
  }

  private ChangeRequest step(RequestState next, Decision by, Progress made) {
    return new ChangeRequest(
        id, card, action, mailbox, origin, terms, next, approvals, by, made, effect);
  }

  /** Who decided it: both approvers if two were needed, but whoever cancels does so alone. */
  public Stream<PersonName> deciders() {
    boolean both = approvals.hasFirst() && state != RequestState.CANCELLED;
    return both ? Stream.of(approvals.first().by(), decision.by()) : Stream.of(decision.by());
  }

  /** Whether it failed, and nobody knows whether the mailbox was changed all the same. */
  public boolean isUncertain() {
    return state == RequestState.FAILED && !progress.isNothingButRefused();
  }

  /** Whether the same change may be requested anew: it was not made, or it was undone. */
  public boolean canBeRepeated() {
    return state == RequestState.FAILED
        || state == RequestState.EXPIRED
        || (isBlockInForce() && effect.drifted());
  }

  public boolean isAutomaticUnblock() {
    return origin.endsBlock().isPresent();
  }

  public boolean isBlockInForce() {
    return action == Action.BLOCK && effect.isInForce();
  }
}
