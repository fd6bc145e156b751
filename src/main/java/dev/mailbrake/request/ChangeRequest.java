package dev.mailbrake.request;

import dev.mailbrake.mailbox.Action;
import dev.mailbrake.mailbox.Mailbox;
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
 * @param asked the asking
 * @param state where it stands
 * @param consent how far the people have come while it waits
 * @param decision who confirmed or cancelled it
 * @param progress how far the applying has come
 * @param effect what it brought about
 */
public record ChangeRequest(
    RequestId id,
    CardId card,
    Action action,
    Mailbox mailbox,
    Asked asked,
    RequestState state,
    Consent consent,
    Decision decision,
    Progress progress,
    Effect effect) {

  static ChangeRequest waiting(
      CardId card, Action action, Mailbox mailbox, Asked asked, Consent consent) {
    return new ChangeRequest(
        RequestId.random(),
        card,
        action,
        mailbox,
        asked,
        RequestState.WAITING,
        consent,
        Decision.NONE,
        Progress.NONE,
        Effect.NONE);
  }

  /** The same, with the mailbox as it is now and what the people are to know of that. */
  ChangeRequest seen(Mailbox now, Consent then) {
    return new ChangeRequest(id, card, action, now, asked, state, then, decision, progress, effect);
  }

  /** One of two has confirmed, or has lost the say. */
  ChangeRequest consented(Consent then) {
    return seen(mailbox, then);
  }

  ChangeRequest confirmed(PersonName by, Instant at) {
    return step(RequestState.CONFIRMED, new Decision(by, at), progress);
  }

  ChangeRequest cancelled(PersonName by, Instant at) {
    return step(RequestState.CANCELLED, new Decision(by, at), progress);
  }

  ChangeRequest expired() {
    return step(RequestState.EXPIRED, decision, progress);
  }

  /** What it was asked for is not there any more. */
  ChangeRequest voided(String why, Instant at) {
    return reached(RequestState.VOID, why, at);
  }

  /** About to be sent: recorded before it is, because nothing can be recorded between. */
  ChangeRequest attempted(Instant at) {
    return step(state, decision, progress.attempted(at));
  }

  ChangeRequest putOff(String note, Instant at) {
    return step(state, decision, progress.noted(note, at));
  }

  /** Refused for now, in an answer that does not prove that nothing happened. */
  ChangeRequest refused(String reason, Instant at) {
    return step(state, decision, progress.refused(reason, at));
  }

  /** Ended, or accepted by Zoho and still to be seen. */
  ChangeRequest reached(RequestState next, String note, Instant at) {
    return step(next, decision, progress.noted(note, at));
  }

  ChangeRequest with(Effect itsEffect) {
    return new ChangeRequest(
        id, card, action, mailbox, asked, state, consent, decision, progress, itsEffect);
  }

  private ChangeRequest step(RequestState next, Decision by, Progress made) {
    return new ChangeRequest(id, card, action, mailbox, asked, next, consent, by, made, effect);
  }

  /** Whether it ends a block whose time is up, and was asked for by nobody. */
  public boolean isLift() {
    return asked.lifts().isPresent();
  }

  /** Whether it blocked the mailbox, and that block still stands. */
  public boolean isBlockInForce() {
    return action == Action.BLOCK && effect.isInForce();
  }
}
