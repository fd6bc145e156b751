package dev.mailbrake.request.apply;

import dev.mailbrake.mailbox.Action;
import dev.mailbrake.request.model.ChangeRequest;
import dev.mailbrake.request.model.Effect;
import dev.mailbrake.request.port.Transaction;
import dev.mailbrake.request.wording.Wording;
import java.time.Instant;
import java.util.Optional;

/**
 * What follows from a change that has ended, in the same transaction: it supersedes the change in
 * force and its timer, and people read what a change does not do.
 */
final class RecordEffect {
  private final Transaction tx;
  private final Instant now;

  RecordEffect(Transaction tx, Instant now) {
    this.tx = tx;
    this.now = now;
  }

  /** A change without effect only ends the timer that it was to end. */
  void of(ChangeRequest ended) {
    Optional<ChangeRequest> before = tx.effects().inForce(ended.mailbox().id());
    if (before.filter(other -> wasDecidedAfter(other, ended)).isPresent()) {
      return; // It was seen late: what was confirmed after it holds already.
    }
    Instant since = since(ended, before);
    if (since.equals(Effect.NEVER)) {
      if (!ended.state().isBeingApplied()) {
        BlockTimer.fail(tx, ended, now);
      }
      return;
    }
    before.ifPresent(other -> supersede(other, ended));
    ChangeRequest inForce = ended.with(Effect.from(since).lasting(ended.terms().lasts(), now));
    tx.effects().note(inForce);
    if (inForce.effect().isTemporary()) {
      BlockTimer.start(tx, inForce, now);
    }
    if (tx.cards().advise(ended.card())) {
      tx.jobs().advise(ended.card());
    }
  }

  /**
   * A status that was there before counts only if we set it: a block from the console is not ours
   * to end.
   */
  private Instant since(ChangeRequest ended, Optional<ChangeRequest> before) {
    return switch (ended.state()) {
      case VERIFIED -> now;
      case UNVERIFIED -> ended.progress().note().isEmpty() ? now : Effect.NEVER;
      case UNCHANGED -> unchanged(ended, before);
      case WAITING, CANCELLED, EXPIRED, VOID, CONFIRMED, ACCEPTED, FAILED, DRY_RUN -> Effect.NEVER;
    };
  }

  private static boolean wasDecidedAfter(ChangeRequest other, ChangeRequest ended) {
    return other.decision().at().isAfter(ended.decision().at());
  }

  private Instant unchanged(ChangeRequest ended, Optional<ChangeRequest> before) {
    Optional<Instant> ours =
        before
            .filter(other -> other.action() == ended.action() && !other.effect().drifted())
            .map(other -> other.effect().since());
    // Whoever unblocked it, we no longer keep this mailbox blocked.
    return ended.action() == Action.UNBLOCK ? ours.orElse(now) : ours.orElse(Effect.NEVER);
  }

  private void supersede(ChangeRequest other, ChangeRequest by) {
    tx.effects().note(other.with(other.effect().superseded(now, by.id())));
    boolean ownEnd = by.origin().endsBlock().filter(other.id()::equals).isPresent();
    if (other.effect().isTemporary() && !ownEnd) {
      BlockTimer.drop(tx, other, Wording.REPLACED, now);
    }
    tx.cardChanged(other.card());
  }
}
