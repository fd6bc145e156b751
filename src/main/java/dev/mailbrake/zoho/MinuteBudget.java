package dev.mailbrake.zoho;

import dev.mailbrake.mailbox.Urgency;
import dev.mailbrake.request.Backoff;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The requests that Zoho takes in a minute, handed out one by one: whoever is more urgent goes
 * first, and a part is kept back for those.
 *
 * <p>Source: "If you exceed 30 API requests per minute, subsequent requests will be blocked for a
 * locking period" (Zoho Mail, rates and limits).
 */
final class MinuteBudget {
  /** A clock may jump, or be moved by a test: no wait trusts it for longer than this. */
  private static final long LONGEST_NAP_MILLIS = 50;

  private static final Backoff BACKOFF = new Backoff(Duration.ofMinutes(1), Duration.ofMinutes(16));

  private final Clock clock;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final PriorityQueue<Waiter> queue = new PriorityQueue<>(Waiter.ORDER);
  private final SlidingMinute minute;
  private Instant pausedFrom = Instant.MIN;
  private Instant pausedUntil = Instant.MIN;
  private int throttlings;
  private long arrivals;

  MinuteBudget(int perMinute, Clock clock) {
    this.clock = clock;
    minute = new SlidingMinute(perMinute);
  }

  /**
   * Waits for a request's turn.
   *
   * @param patience how long to wait at most
   * @return empty if the request may go out now; else how long it would have had to wait
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
        minute.spend(now);
        return Optional.empty();
      }
      if (now.plus(wait).isAfter(waiter.deadline()) || !nap()) {
        return Optional.of(wait);
      }
    }
  }

  private Duration untilFree(Urgency urgency, Instant now) {
    Duration paused = pause(now);
    Duration full = minute.untilFree(urgency, now);
    return paused.compareTo(full) > 0 ? paused : full;
  }

  /** What is left of the pause; none if the clock was set back before its beginning. */
  private Duration pause(Instant now) {
    boolean isOver = now.isBefore(pausedFrom) || !now.isBefore(pausedUntil);
    return isOver ? Duration.ZERO : Duration.between(now, pausedUntil);
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
   * Zoho said that there were too many: nothing goes out for a time that grows with every repeat,
   * since who goes on asking stays locked out.
   *
   * @param least what Zoho asked for; zero if it did not say
   */
  Duration throttled(Duration least) {
    lock.lock();
    try {
      Instant now = clock.instant();
      Duration left = pause(now);
      // Answers to requests that went out together are one throttling, not a series.
      Duration own = left.isZero() ? BACKOFF.pause(++throttlings, Duration.ZERO) : left;
      Duration pause = own.compareTo(least) > 0 ? own : least;
      pausedFrom = now;
      pausedUntil = now.plus(pause);
      return pause;
    } finally {
      lock.unlock();
    }
  }

  /** Zoho answered: the next throttling starts with the shortest pause again. */
  void flowing() {
    lock.lock();
    try {
      throttlings = 0;
    } finally {
      lock.unlock();
    }
  }

  private record Waiter(Urgency urgency, long arrival, Instant deadline) {
    static final Comparator<Waiter> ORDER =
        Comparator.comparing(Waiter::urgency).thenComparingLong(Waiter::arrival);
  }
}
