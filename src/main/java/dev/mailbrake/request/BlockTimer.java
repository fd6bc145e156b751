package dev.mailbrake.request;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The end of timed blocks, in the transaction of whatever sets, moves or ends it. */
final class BlockTimer {
  private static final Duration LONGEST_NOTICE = Duration.ofMinutes(15);

  /** A tenth of a short block. */
  private static final int SHARE = 10;

  private BlockTimer() {}

  /** When people are reminded that the block ends: a quarter of an hour before, or a tenth. */
  static Instant remindsAt(ChangeRequest block) {
    Duration tenth = block.asked().lasts().dividedBy(SHARE);
    Duration notice = tenth.compareTo(LONGEST_NOTICE) < 0 ? tenth : LONGEST_NOTICE;
    return block.effect().until().minus(notice);
  }

  /** Notes when a block that took effect ends, and owes the reminder. */
  static void start(Ledger.Entry entry, ChangeRequest block, Instant now) {
    audit(entry, AuditEvent.TIMER_SET, block, "until " + block.effect().until(), now);
    entry.jobs().remind(block.id(), remindsAt(block));
  }

  /**
   * Ends the timer of a block whose place another change takes, or that somebody changed in the
   * console; a reminder of it that still waits is void.
   */
  static void drop(Ledger.Entry entry, ChangeRequest block, String why, Instant now) {
    audit(entry, AuditEvent.TIMER_ENDED, block, why, now);
    entry
        .requests()
        .liftOf(block.id())
        .filter(lift -> lift.state().isWaiting())
        .ifPresent(lift -> voidLift(entry, lift, why, now));
  }

  static void voidLift(Ledger.Entry entry, ChangeRequest lift, String why, Instant now) {
    if (entry.requests().move(lift, lift.voided(why, now))) {
      audit(entry, AuditEvent.VOID, lift, why, now);
      entry.news(lift.card());
    }
  }

  /** Somebody decided against the end: the block stays until it is allowed. */
  static void keep(Ledger.Entry entry, ChangeRequest lift) {
    timedBlockOf(entry, lift).ifPresent(block -> untime(entry, block));
  }

  /** The end came to nothing, and there is no second one: no card may promise it any longer. */
  static void fail(Ledger.Entry entry, ChangeRequest lift, Instant now) {
    timedBlockOf(entry, lift)
        .ifPresent(
            block -> {
              String why = "request %s, which was to end it, did not".formatted(lift.id());
              audit(entry, AuditEvent.TIMER_ENDED, block, why, now);
              untime(entry, block);
            });
  }

  /** The block that a lift ends, while it is still to end by itself. */
  static Optional<ChangeRequest> timedBlockOf(Ledger.Entry entry, ChangeRequest lift) {
    return lift.asked()
        .lifts()
        .flatMap(entry.requests()::find)
        .filter(block -> block.effect().isTimed());
  }

  private static void untime(Ledger.Entry entry, ChangeRequest block) {
    entry.effects().note(block.with(block.effect().untimed()));
    entry.news(block.card());
  }

  private static void audit(
      Ledger.Entry entry, AuditEvent event, ChangeRequest request, String detail, Instant now) {
    entry.audit().append(AuditEntry.of(event, request, PersonName.MAILBRAKE, detail, now));
  }
}
