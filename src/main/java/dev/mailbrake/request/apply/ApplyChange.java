package dev.mailbrake.request.apply;

import dev.mailbrake.audit.AuditEntry;
import dev.mailbrake.audit.AuditEvent;
import dev.mailbrake.mailbox.ChangeOutcome;
import dev.mailbrake.mailbox.Failure;
import dev.mailbrake.mailbox.Lookup;
import dev.mailbrake.mailbox.Mailbox;
import dev.mailbrake.mailbox.Urgency;
import dev.mailbrake.request.model.ChangeRequest;
import dev.mailbrake.request.model.Matter;
import dev.mailbrake.request.model.RequestId;
import dev.mailbrake.request.model.RequestState;
import dev.mailbrake.request.model.Ring;
import dev.mailbrake.request.port.Backoff;
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
 * Applies a confirmed request. Writes only what differs, and records each step before the next, so
 * the job may be repeated from any point.
 */
public final class ApplyChange {
  /** A timer ends only if the account is still missing after this. */
  private static final Duration SECOND_LOOK = Duration.ofMinutes(1);

  /** How long to look for an accepted change. */
  private static final Duration CHECKING = Duration.ofMinutes(30);

  private static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(2), Duration.ofMinutes(1));
  private static final Logger LOG = LoggerFactory.getLogger(ApplyChange.class);

  private final MailboxControl control;
  private final Ledger ledger;
  private final Clock clock;

  public ApplyChange(MailboxControl control, Ledger ledger, Clock clock) {
    this.control = control;
    this.ledger = ledger;
    this.clock = clock;
  }

  public Next run(RequestId id, int tries) {
    Optional<ChangeRequest> found = ledger.read(tx -> tx.requests().find(id));
    if (found.isEmpty()) {
      return Next.DONE;
    }
    return switch (found.get().state()) {
      case CONFIRMED -> apply(found.get(), tries);
      case ACCEPTED -> check(found.get(), tries);
      case WAITING, CANCELLED, EXPIRED, VOID, VERIFIED, UNCHANGED, UNVERIFIED, FAILED, DRY_RUN ->
          Next.DONE;
    };
  }

  private Next apply(ChangeRequest request, int tries) {
    Turn turn = ledger.read(tx -> turn(tx, request));
    if (turn != Turn.FREE) {
      return stopped(request, turn, tries);
    }
    if (!mustRead(request)) {
      return write(request, tries);
    }
    // Zoho may still be about to show the other change, so what it shows now proves nothing.
    if (!request.progress().mayHaveTakenEffect()
        && ledger.read(tx -> tx.requests().hasUnseen(request))) {
      return write(request, tries);
    }
    return control
        .read(request.mailbox(), Urgency.CHANGE)
        .fold(
            now ->
                shows(request, now)
                    ? reached(request, alreadyThere(request), Wording.movedTo(request, now))
                    : writeUnlessRefused(request, tries),
            () -> missing(request, tries),
            failure -> afterFailure(request, failure, tries, Wording.unread(request, failure)));
  }

  /** What was confirmed last must win, however long an earlier change has been stuck. */
  private static Turn turn(Transaction tx, ChangeRequest request) {
    if (tx.requests().hasEarlier(request)) {
      return Turn.WAITS;
    }
    boolean isReplaced =
        request.isAutomaticUnblock()
            && !request.progress().mayHaveTakenEffect()
            && tx.requests().hasNewerBlock(request);
    return isReplaced ? Turn.REPLACED : Turn.FREE;
  }

  private Next stopped(ChangeRequest request, Turn turn, int tries) {
    return switch (turn) {
      case WAITS -> {
        ChangeRequest waits = request.putOff(Wording.EARLIER_CHANGE, clock.instant());
        yield putOff(request, waits, Duration.ZERO, tries);
      }
      case REPLACED -> reached(request, RequestState.VOID, Wording.REPLACED);
      // Another process took the job over while this run stood still, and is further along.
      case TAKEN_OVER, FREE -> Next.DONE;
    };
  }

  private boolean mustRead(ChangeRequest request) {
    Mailbox known = request.mailbox();
    return request.progress().mayHaveTakenEffect()
        || shows(request, known)
        || !known.isFresh(clock.instant());
  }

  private static RequestState alreadyThere(ChangeRequest request) {
    return request.progress().mayHaveTakenEffect() ? RequestState.VERIFIED : RequestState.UNCHANGED;
  }

  /** Zoho was asked but shows no change; if it refused three times, its reason is the answer. */
  private Next writeUnlessRefused(ChangeRequest request, int tries) {
    return request.progress().isRefused()
        ? reached(request, RequestState.FAILED, Wording.refused(request))
        : write(request, tries);
  }

  /** One odd answer must not stop an automatic unblock, which nobody watches. */
  private Next missing(ChangeRequest request, int tries) {
    boolean isFirst = !request.progress().note().equals(Wording.NOT_FOUND_ONCE);
    return request.isAutomaticUnblock() && isFirst
        ? putOff(
            request, request.putOff(Wording.NOT_FOUND_ONCE, clock.instant()), SECOND_LOOK, tries)
        : reached(request, RequestState.FAILED, Wording.ACCOUNT_GONE);
  }

  private Next write(ChangeRequest request, int tries) {
    ChangeRequest attempted = request.attempted(clock.instant());
    Turn turn = ledger.update(tx -> recordAttempt(tx, request, attempted));
    if (turn != Turn.FREE) {
      return stopped(request, turn, tries);
    }
    ChangeOutcome outcome = control.set(new ApprovedChange(attempted));
    if (outcome instanceof ChangeOutcome.Failed failed) {
      // This write's refusal is final; the outcome of an earlier write may still be unknown.
      String ifFinal = Wording.unread(request, failed.failure());
      return afterFailure(refused(attempted, failed.failure()), failed.failure(), tries, ifFinal);
    }
    return outcome instanceof ChangeOutcome.DryRun
        ? reached(attempted, RequestState.DRY_RUN, "")
        : readBack(attempted, tries);
  }

  private ChangeRequest refused(ChangeRequest attempted, Failure failure) {
    return failure.isPassing() ? attempted : attempted.refused(failure.reason(), clock.instant());
  }

  private Next readBack(ChangeRequest attempted, int tries) {
    Lookup answer = control.read(attempted.mailbox(), Urgency.CHANGE);
    if (answer instanceof Lookup.Found found && shows(attempted, found.mailbox())) {
      return verified(attempted, found.mailbox());
    }
    record(attempted, attempted.reached(RequestState.ACCEPTED, "", clock.instant()));
    return later(tries, Duration.ZERO);
  }

  private Next check(ChangeRequest accepted, int tries) {
    Lookup answer = control.read(accepted.mailbox(), Urgency.BACKGROUND);
    if (answer instanceof Lookup.Found found && shows(accepted, found.mailbox())) {
      return verified(accepted, found.mailbox());
    }
    if (ledger.read(tx -> tx.requests().hasLater(accepted))) {
      return reached(accepted, RequestState.UNVERIFIED, Wording.LATER_CHANGE);
    }
    if (hasPassed(accepted.progress().at(), CHECKING)) {
      return reached(accepted, RequestState.UNVERIFIED, "");
    }
    Duration pause =
        answer instanceof Lookup.Failed failed ? failed.failure().pause() : Duration.ZERO;
    return later(tries, pause);
  }

  private Next afterFailure(ChangeRequest request, Failure failure, int tries, String ifFinal) {
    if (!failure.isPassing()) {
      return reached(request, RequestState.FAILED, ifFinal);
    }
    if (hasPassed(request.decision().at(), request.patience())) {
      String gaveUp = Wording.gaveUp(request, request.patience(), failure);
      return reached(request, RequestState.FAILED, gaveUp);
    }
    if (failure.kind() != Failure.Kind.UNPROVEN) {
      ChangeRequest waits = request.putOff(failure.reason(), clock.instant());
      return putOff(request, waits, failure.pause(), tries);
    }
    ChangeRequest refused = request.refused(failure.reason(), clock.instant());
    return refused.progress().isRefused() && !refused.progress().mayHaveTakenEffect()
        ? reached(request, RequestState.FAILED, Wording.refused(refused))
        : putOff(request, refused, failure.pause(), tries);
  }

  private Next putOff(ChangeRequest request, ChangeRequest waits, Duration pause, int tries) {
    LOG.warn(
        "request {} is not applied yet: {}; it stays confirmed and will be retried",
        request.id(),
        waits.progress().note());
    recordWait(request, waits);
    return later(tries, pause);
  }

  private Next verified(ChangeRequest request, Mailbox now) {
    return reached(request, RequestState.VERIFIED, Wording.movedTo(request, now));
  }

  private Next reached(ChangeRequest request, RequestState end, String note) {
    record(request, request.reached(end, note, clock.instant()));
    LOG.info("request {} ended: {} {}", request.id(), end, note);
    return Next.DONE;
  }

  /** A wait has no audit row; the card and the log say why. */
  private void recordWait(ChangeRequest from, ChangeRequest next) {
    ledger.write(
        tx -> {
          boolean isNews = !from.progress().note().equals(next.progress().note());
          if (tx.requests().move(from, next) && isNews) {
            tx.cardChanged(next.card());
          }
        });
  }

  private void record(ChangeRequest from, ChangeRequest next) {
    ledger.write(
        tx -> {
          if (tx.step(from, next, audited(AuditEvent.OUTCOME, next, AuditWording.outcome(next)))) {
            new RecordEffect(tx, clock.instant()).of(next);
            if (Matter.FAILED.concerns(next, clock.instant())) {
              tx.jobs().ring(Ring.check(next.card(), Matter.FAILED));
            }
          }
        });
  }

  /** The only step that the card does not show. */
  private Turn recordAttempt(Transaction tx, ChangeRequest from, ChangeRequest attempted) {
    Turn turn = turn(tx, from);
    if (turn != Turn.FREE) {
      return turn;
    }
    if (!tx.requests().move(from, attempted)) {
      return Turn.TAKEN_OVER;
    }
    tx.audit().append(audited(AuditEvent.ATTEMPTED, attempted, ""));
    return turn;
  }

  private AuditEntry audited(AuditEvent event, ChangeRequest request, String detail) {
    return request.audited(event, request.decision().by(), detail, clock.instant());
  }

  private static boolean shows(ChangeRequest request, Mailbox mailbox) {
    return mailbox.outgoing() == request.action().wanted();
  }

  private boolean hasPassed(Instant start, Duration patience) {
    return clock.instant().isAfter(start.plus(patience));
  }

  private static Next later(int tries, Duration pause) {
    return Next.after(BACKOFF.pause(tries + 1, pause));
  }

  private enum Turn {
    FREE,
    /** An earlier change is still being applied. */
    WAITS,
    /** A newer block was confirmed: the mailbox must not send in between. */
    REPLACED,
    TAKEN_OVER
  }
}
