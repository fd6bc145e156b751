package dev.mailbrake.slack;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Until when Slack wants no more calls of a method. Some limits are a channel's only ("Rate
 * limits"), but Slack does not say which was met, so what one message was told holds for all.
 */
final class MethodPauses {
  private final Map<String, Instant> ends = new ConcurrentHashMap<>();
  private final Clock clock;

  MethodPauses(Clock clock) {
    this.clock = clock;
  }

  void begin(String method, Duration pause) {
    ends.merge(
        method, clock.instant().plus(pause), (one, other) -> one.isAfter(other) ? one : other);
  }

  /** What is left of it; zero or less if the method may be called. */
  Duration left(String method) {
    return Duration.between(clock.instant(), ends.getOrDefault(method, Instant.EPOCH));
  }
}
