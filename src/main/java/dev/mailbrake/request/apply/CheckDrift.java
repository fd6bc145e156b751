package dev.mailbrake.request.apply;

import dev.mailbrake.audit.AuditEvent;
import dev.mailbrake.audit.PersonName;
import dev.mailbrake.log.LogContext;
import dev.mailbrake.mailbox.Action;
import dev.mailbrake.mailbox.Lookup;
import dev.mailbrake.mailbox.OutgoingStatus;
import dev.mailbrake.mailbox.Urgency;
import dev.mailbrake.request.model.ChangeRequest;
import dev.mailbrake.request.model.Effect;
import dev.mailbrake.request.model.Matter;
import dev.mailbrake.request.model.RequestState;
import dev.mailbrake.request.model.Ring;
import dev.mailbrake.request.port.Ledger;
import dev.mailbrake.request.port.Next;
import dev.mailbrake.request.port.Transaction;
import dev.mailbrake.request.wording.AuditWording;
import dev.mailbrake.request.wording.Wording;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares Mailbrake's record with Zoho, within the call budget, and reports drift once a second
 * check confirms it. Changes nothing in Zoho.
 */
public final class CheckDrift {
  /** Less often if there are too many mailboxes. */
  private static final Duration EVERY = Duration.ofHours(1);

  /** Reads may lag behind a change, and a recent one is checked by its own job. */
  private static final Duration GRACE = Duration.ofMinutes(10);

  /** How long an unblocked mailbox is checked. */
  private static final Duration UNBLOCKED = Duration.ofDays(30);

  private static final Duration PAUSE = Duration.ofMinutes(1);

  /** In time for the next run. */
  private static final Duration SOON = PAUSE.minusSeconds(10);

  private static final Duration SKEW = Duration.ofMinutes(1);
  private static final int PER_RUN = 5;
  private static final Logger LOG = LoggerFactory.getLogger(CheckDrift.class);

  private final MailboxControl control;
  private final Ledger ledger;
  private final Clock clock;

  public CheckDrift(MailboxControl control, Ledger ledger, Clock clock) {
    this.control = control;
    this.ledger = ledger;
    this.clock = clock;
  }

  public Next run() {
    int left = PER_RUN;
    while (left > 0 && checkOne()) {
      left--;
    }
    return Next.untried(PAUSE);
  }

  private boolean checkOne() {
    Optional<ChangeRequest> next = ledger.read(tx -> tx.effects().unchecked(due(clock.instant())));
    if (next.isEmpty()) {
      return false;
    }
    Lookup answer = control.read(next.get().mailbox(), Urgency.BACKGROUND);
    ledger.write(
        tx ->
            tx.effects()
                .inForce(next.get().mailbox().id())
                .filter(now -> now.id().equals(next.get().id()))
                .filter(now -> !tx.requests().isBeingChanged(now.mailbox().id()))
                .ifPresent(now -> compare(tx, now, answer)));
    return !isPassing(answer);
  }

  private static boolean isPassing(Lookup answer) {
    return answer instanceof Lookup.Failed failed && failed.failure().isPassing();
  }

  private static Transaction.Due due(Instant now) {
    return new Transaction.Due(
        now.minus(GRACE), now.minus(EVERY), now.minus(UNBLOCKED), now.plus(SKEW));
  }

  private void compare(Transaction tx, ChangeRequest known, Lookup answer) {
    Instant now = clock.instant();
    Effect before = known.effect();
    Effect seen = checked(known, answer, now);
    boolean isNews = seen.drifted() && !before.drifted();
    tx.effects().note(known.with(isNews && wasSeen(known) ? seen.withoutEnd() : seen));
    if (isNews) {
      report(tx, known, AuditWording.drift(known, answer), now);
      if (answer instanceof Lookup.Found && known.action() == Action.BLOCK) {
        tx.jobs().ring(Ring.check(known.card(), Matter.DRIFTED));
      }
    } else if (before.drifted() && !seen.drifted()) {
      tx.cardChanged(known.card());
    }
  }

  /** Again soon if Zoho gave no answer or a new status, but after those already due. */
  private static Effect checked(ChangeRequest known, Lookup answer, Instant now) {
    Effect before = known.effect();
    Instant soon = now.minus(EVERY).plus(SOON);
    Optional<Boolean> drifted = drifted(known, answer);
    if (drifted.isEmpty()) {
      return before.afterCheck(isPassing(answer) ? soon : now);
    }
    Effect seen = before.afterCheck(drifted.get(), now);
    return seen.suspected() ? seen.afterCheck(soon) : seen;
  }

  /**
   * Empty if Zoho does not say; the mailbox still counts as checked, or it would block the others.
   */
  private static Optional<Boolean> drifted(ChangeRequest known, Lookup answer) {
    return answer.fold(
        now ->
            Optional.of(now.outgoing())
                .filter(status -> status != OutgoingStatus.UNKNOWN)
                .map(status -> status != known.action().wanted()),
        () -> Optional.of(true),
        failure -> Optional.empty());
  }

  /** Zoho may just be slow to show an unverified block, so its automatic unblock stays. */
  private static boolean wasSeen(ChangeRequest known) {
    return known.state() != RequestState.UNVERIFIED;
  }

  /** If somebody ends a block in the console and sets it again, it is not ours to end. */
  private static void report(Transaction tx, ChangeRequest known, String what, Instant now) {
    LogContext.of(LogContext.Mark.REQUEST, known.id().value())
        .during(() -> LOG.warn("request {}: {}", known.id(), what));
    tx.audit().append(known.audited(AuditEvent.DRIFT, PersonName.MAILBRAKE, what, now));
    if (known.effect().isTemporary() && wasSeen(known)) {
      BlockTimer.drop(tx, known, Wording.CHANGED_IN_CONSOLE, now);
    }
    tx.cardChanged(known.card());
  }
}
