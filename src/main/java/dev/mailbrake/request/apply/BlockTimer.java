package dev.mailbrake.request.apply;

import dev.mailbrake.audit.AuditEvent;
import dev.mailbrake.audit.PersonName;
import dev.mailbrake.request.model.ChangeRequest;
import dev.mailbrake.request.model.RequestState;
import dev.mailbrake.request.port.Transaction;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The timer of temporary blocks; runs in the caller's transaction. */
public final class BlockTimer {
  private static final Duration LONGEST_NOTICE = Duration.ofMinutes(15);

  private static final Duration SHORTEST_NOTICE = Duration.ofMinutes(5);

  private static final int SHARE = 4;

  private BlockTimer() {}

  /** A quarter of the block before it expires, but not too long before, nor too late to react. */
  static Instant remindsAt(ChangeRequest block) {
    return block.effect().until().minus(notice(block.terms().lasts()));
  }

  private static Duration notice(Duration lasts) {
    Duration share = lasts.dividedBy(SHARE);
    if (share.compareTo(LONGEST_NOTICE) > 0) {
      return LONGEST_NOTICE;
    }
    boolean isLongEnough = lasts.compareTo(SHORTEST_NOTICE.multipliedBy(2)) >= 0;
    return isLongEnough && share.compareTo(SHORTEST_NOTICE) < 0 ? SHORTEST_NOTICE : share;
  }

  static void start(Transaction tx, ChangeRequest block, Instant now) {
    audit(tx, AuditEvent.TIMER_SET, block, "until " + block.effect().until(), now);
    tx.jobs().remind(block.id(), remindsAt(block));
  }

  /** After another change, or one in the console; voids a waiting automatic unblock. */
  static void drop(Transaction tx, ChangeRequest block, String why, Instant now) {
    audit(tx, AuditEvent.TIMER_ENDED, block, why, now);
    tx.requests()
        .automaticUnblockOf(block.id())
        .filter(unblock -> unblock.state().isWaiting())
        .ifPresent(unblock -> voidUnblock(tx, unblock, why, now));
  }

  public static void voidUnblock(Transaction tx, ChangeRequest unblock, String why, Instant now) {
    tx.step(
        unblock,
        unblock.reached(RequestState.VOID, why, now),
        unblock.audited(AuditEvent.VOID, PersonName.MAILBRAKE, why, now));
  }

  /** Keeps the block until somebody unblocks the mailbox. */
  public static void keep(Transaction tx, ChangeRequest unblock) {
    temporaryBlockOf(tx, unblock).ifPresent(block -> removeEnd(tx, block));
  }

  /** After a failed automatic unblock: there is no second one, so no card may promise it. */
  static void fail(Transaction tx, ChangeRequest unblock, Instant now) {
    temporaryBlockOf(tx, unblock)
        .ifPresent(
            block -> {
              String why = "request %s, which was to end it, did not".formatted(unblock.id());
              audit(tx, AuditEvent.TIMER_ENDED, block, why, now);
              removeEnd(tx, block);
            });
  }

  /** The block that an automatic unblock ends, if it is still temporary. */
  public static Optional<ChangeRequest> temporaryBlockOf(Transaction tx, ChangeRequest unblock) {
    return unblock
        .origin()
        .endsBlock()
        .flatMap(tx.requests()::find)
        .filter(block -> block.effect().isTemporary());
  }

  private static void removeEnd(Transaction tx, ChangeRequest block) {
    tx.effects().note(block.with(block.effect().withoutEnd()));
    tx.cardChanged(block.card());
  }

  private static void audit(
      Transaction tx, AuditEvent event, ChangeRequest request, String detail, Instant now) {
    tx.audit().append(request.audited(event, PersonName.MAILBRAKE, detail, now));
  }
}
