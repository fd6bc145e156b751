package dev.mailbrake.slack;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Until when Slack wants no more calls of a method. Some limits are a channel's only ("Rate
 * limits"), but Slack does not say which was met, so what one message was told holds for all.
 */
final class MethodPauses {
  private final Map<String, Pause> pauses = new ConcurrentHashMap<>();
  private final Clock clock;

  MethodPauses(Clock clock) {
    this.clock = clock;
  }

  void begin(String method, Duration pause) {
    Instant now = clock.instant();
    Pause begun = new Pause(now, now.plus(pause));
    pauses.merge(method, begun, (one, next) -> one.left(now).compareTo(pause) > 0 ? one : next);
  }

  /** What is left of it; zero or less if the method may be called. */
  Duration left(String method) {
    Instant now = clock.instant();
    return Optional.ofNullable(pauses.get(method)).map(it -> it.left(now)).orElse(Duration.ZERO);
  }

  private record Pause(Instant begins, Instant ends) {
    /** A clock that was set back before its beginning ends it. */
    Duration left(Instant now) {
      return now.isBefore(begins) ? Duration.ZERO : Duration.between(now, ends);
    }
  }
}
