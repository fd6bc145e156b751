package dev.mailbrake.request;

import dev.mailbrake.mailbox.Action;
import dev.mailbrake.mailbox.Mailbox;
import java.time.Instant;

/**
 * A request to change one mailbox's outgoing status, from the asking to its end. Immutable: each
 * step gives the request as it stands after it, and the {@link Ledger} decides whether the step
 * counts.
 *
 * @param id all that its buttons carry
 * @param card the card it is a row of
 * @param action what is asked for
 * @param mailbox the mailbox as Zoho described it when it was asked for
 * @param asked the asking
 * @param state where it stands
 * @param decision who confirmed or cancelled it
 * @param progress how far the applying has come
 */
public record ChangeRequest(
    RequestId id,
    CardId card,
    Action action,
    Mailbox mailbox,
    Asked asked,
    RequestState state,
    Decision decision,
    Progress progress) {

  static ChangeRequest waiting(CardId card, Action action, Mailbox mailbox, Asked asked) {
    return new ChangeRequest(
        RequestId.random(),
        card,
        action,
        mailbox,
        asked,
        RequestState.WAITING,
        Decision.NONE,
        Progress.NONE);
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

  /** About to be sent: recorded before it is, because nothing can be recorded between. */
  ChangeRequest attempted(Instant at) {
    return step(state, decision, new Progress(progress.writes() + 1, "", at));
  }

  ChangeRequest putOff(String note, Instant at) {
    return step(state, decision, new Progress(progress.writes(), note, at));
  }

  /** Ended, or accepted by Zoho and still to be seen. */
  ChangeRequest reached(RequestState next, String note, Instant at) {
    return step(next, decision, new Progress(progress.writes(), note, at));
  }

  private ChangeRequest step(RequestState next, Decision by, Progress made) {
    return new ChangeRequest(id, card, action, mailbox, asked, next, by, made);
  }
}
