package dev.mailbrake.sandbox.zoho;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The Mail API's limit: a number of requests in a rolling minute; one more locks it for a while.
 * Guarded by the lock of {@link FakeZoho}.
 */
final class MinuteLimit {

  private static final Duration WINDOW = Duration.ofMinutes(1);

  private final Clock clock;
  private final FakeZohoSettings settings;
  private final Deque<Instant> admitted = new ArrayDeque<>();
  private Instant lockedUntil = Instant.MIN;

  MinuteLimit(Clock clock, FakeZohoSettings settings) {
    this.clock = clock;
    this.settings = settings;
  }

  boolean admits() {
    Instant now = clock.instant();
    if (now.isBefore(lockedUntil)) {
      return false;
    }
    admitted.removeIf(at -> !at.isAfter(now.minus(WINDOW)));
    if (admitted.size() >= settings.requestsPerMinute()) {
      lockedUntil = now.plus(settings.lock());
      return false;
    }
    admitted.add(now);
    return true;
  }
}
