package dev.mailbrake.request.apply;

import dev.mailbrake.audit.AuditEvent;
import dev.mailbrake.audit.PersonName;
import dev.mailbrake.request.model.ChangeRequest;
import dev.mailbrake.request.port.Transaction;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The timer of temporary blocks, in the transaction of whatever sets, moves or drops it. */
public final class BlockTimer {
  private static final Duration LONGEST_NOTICE = Duration.ofMinutes(15);

  /** A tenth of a short block. */
  private static final int SHARE = 10;

  private BlockTimer() {}

  /** When people are reminded that the block ends: a quarter of an hour before, or a tenth. */
  static Instant remindsAt(ChangeRequest block) {
    Duration tenth = block.terms().lasts().dividedBy(SHARE);
    Duration notice = tenth.compareTo(LONGEST_NOTICE) < 0 ? tenth : LONGEST_NOTICE;
    return block.effect().until().minus(notice);
  }

  /** Records when a block that took effect expires, and schedules the reminder. */
  static void start(Transaction tx, ChangeRequest block, Instant now) {
    audit(tx, AuditEvent.TIMER_SET, block, "until " + block.effect().until(), now);
    tx.jobs().remind(block.id(), remindsAt(block));
  }

  /**
   * Drops the timer of a block that another change supersedes, or that somebody changed in the
   * console; a reminder of it that still waits becomes void.
   */
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
        unblock.voided(why, now),
        unblock.audited(AuditEvent.VOID, PersonName.MAILBRAKE, why, now));
  }

  /** Somebody decided to keep the block: it stays until somebody unblocks the mailbox. */
  public static void keep(Transaction tx, ChangeRequest unblock) {
    temporaryBlockOf(tx, unblock).ifPresent(block -> removeEnd(tx, block));
  }

  /** The automatic unblock failed and there is no second one: no card may promise it any longer. */
  static void fail(Transaction tx, ChangeRequest unblock, Instant now) {
    temporaryBlockOf(tx, unblock)
        .ifPresent(
            block -> {
              String why = "request %s, which was to end it, did not".formatted(unblock.id());
              audit(tx, AuditEvent.TIMER_ENDED, block, why, now);
              removeEnd(tx, block);
            });
  }

  /** The block that an automatic unblock ends, as long as it is still temporary. */
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
