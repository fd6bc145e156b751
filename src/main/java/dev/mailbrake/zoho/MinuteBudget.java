package dev.mailbrake.zoho;

import dev.mailbrake.mailbox.Urgency;
import dev.mailbrake.request.port.Backoff;
import dev.mailbrake.request.port.CallLog;
import dev.mailbrake.request.port.CallLog.ThrottlePause;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Limits the calls to Zoho per minute. More urgent calls go first, and a part is reserved for them.
 * The call log is shared by all processes and survives a restart.
 *
 * <p>Source: "If you exceed 30 API requests per minute, subsequent requests will be blocked for a
 * locking period" (Zoho Mail, rates and limits).
 */
final class MinuteBudget {
  /** A clock may jump, or a test may move it, so no wait trusts it for longer. */
  private static final long LONGEST_NAP_MILLIS = 50;

  private static final Backoff BACKOFF = new Backoff(Duration.ofMinutes(1), Duration.ofMinutes(16));

  private final SlidingMinute minute;
  private final CallLog.Shared log;
  private final Clock clock;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final PriorityQueue<Waiter> queue = new PriorityQueue<>(Waiter.ORDER);

  /** The call log as last read; other processes may have added to it since. */
  private volatile Traffic known = new Traffic(List.of(), ThrottlePause.NONE);

  private long arrivals;

  MinuteBudget(int perMinute, CallLog.Shared log, Clock clock) {
    minute = new SlidingMinute(perMinute);
    this.log = log;
    this.clock = clock;
  }

  /**
   * Waits for a call's turn, but no longer than {@code patience}.
   *
   * @return empty if the call may go out now, else how long it would have had to wait
   * @throws dev.mailbrake.request.port.LedgerUnavailable if the call cannot be counted
   */
  Optional<Duration> take(Urgency urgency, Duration patience) {
    lock.lock();
    try {
      Waiter waiter = new Waiter(urgency, arrivals++, clock.instant().plus(patience));
      queue.add(waiter);
      try {
        return await(waiter);
      } finally {
        queue.remove(waiter);
        changed.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  private Optional<Duration> await(Waiter waiter) {
    while (true) {
      Instant now = clock.instant();
      Duration wait = untilFree(waiter.urgency(), now);
      if (wait.isZero() && waiter.equals(queue.peek())) {
        wait = spend(waiter.urgency());
        if (wait.isZero()) {
          return Optional.empty();
        }
      }
      if (now.plus(wait).isAfter(waiter.deadline()) || !nap()) {
        return Optional.of(wait);
      }
    }
  }

  private Duration untilFree(Urgency urgency, Instant now) {
    Duration paused = known.pause().left(now);
    Duration full = minute.untilFree(known.calls(), urgency, now);
    return paused.compareTo(full) > 0 ? paused : full;
  }

  /**
   * Counts the call if the log has room for it now, else returns the wait. Releases the lock
   * meanwhile, so nobody who only checks the queue waits for the database.
   */
  private Duration spend(Urgency urgency) {
    lock.unlock();
    try {
      return log.update(
          calls -> {
            Instant now = clock.instant(); // The transaction may have waited for others.
            known = new Traffic(calls.after(SlidingMinute.start(now)), calls.pause());
            Duration wait = untilFree(urgency, now);
            if (wait.isZero()) {
              calls.add(now);
              known = known.and(now);
            }
            return wait;
          });
    } finally {
      lock.lock();
    }
  }

  /** How long a call would have to wait now, as far as this process knows. */
  Duration delay(Urgency urgency) {
    return untilFree(urgency, clock.instant());
  }

  /** The calls left in this minute, as far as this process knows; none during a pause. */
  int left() {
    Traffic traffic = known;
    Instant now = clock.instant();
    return traffic.pause().left(now).isZero() ? minute.left(traffic.calls(), now) : 0;
  }

  @SuppressWarnings("WaitNotInLoop") // the only caller is a loop
  private boolean nap() {
    try {
      boolean woken = changed.await(LONGEST_NAP_MILLIS, TimeUnit.MILLISECONDS);
      return woken || !Thread.currentThread().isInterrupted();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /**
   * Stops the calls of all processes for a time that grows with each repeat, and at least for
   * {@code least}: Zoho keeps a client locked out for as long as it goes on calling.
   */
  Duration throttled(Duration least) {
    Instant now = clock.instant();
    return pause(
            before -> {
              Duration left = before.left(now);
              // Calls that went out together are throttled once, not in a series.
              int throttlings = before.throttlings() + (left.isZero() ? 1 : 0);
              Duration own = left.isZero() ? BACKOFF.pause(throttlings, Duration.ZERO) : left;
              Duration pause = own.compareTo(least) > 0 ? own : least;
              return new ThrottlePause(now, now.plus(pause), throttlings);
            })
        .left(now);
  }

  /** Zoho answered, so the next throttling starts with the shortest pause again. */
  void answered() {
    if (known.pause().throttlings() > 0) {
      pause(ThrottlePause::flowing);
    }
  }

  private ThrottlePause pause(UnaryOperator<ThrottlePause> change) {
    return log.update(
        calls -> {
          ThrottlePause next = change.apply(calls.pause());
          calls.pause(next);
          known = new Traffic(known.calls(), next);
          return next;
        });
  }

  /** The calls of the last minute, oldest first, and the current pause. */
  private record Traffic(List<Instant> calls, ThrottlePause pause) {
    Traffic and(Instant call) {
      return new Traffic(Stream.concat(calls.stream(), Stream.of(call)).toList(), pause);
    }
  }

  private record Waiter(Urgency urgency, long arrival, Instant deadline) {
    static final Comparator<Waiter> ORDER =
        Comparator.comparing(Waiter::urgency).thenComparingLong(Waiter::arrival);
  }
}
