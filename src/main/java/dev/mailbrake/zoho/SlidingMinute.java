package dev.mailbrake.zoho;

import dev.mailbrake.mailbox.Urgency;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** How many calls may go out in a minute. */
record SlidingMinute(int perMinute) {
  /** A second longer, because Zoho counts by its own clock and on arrival. */
  private static final Duration MINUTE = Duration.ofSeconds(61);

  static Instant start(Instant now) {
    return now.minus(MINUTE);
  }

  /** Zero if a call may go out now. The times of earlier calls come oldest first. */
  Duration untilFree(List<Instant> calls, Urgency urgency, Instant now) {
    List<Instant> counted = counted(calls, now);
    int excess = counted.size() - share(urgency);
    return excess < 0 ? Duration.ZERO : Duration.between(now, counted.get(excess).plus(MINUTE));
  }

  int left(List<Instant> calls, Instant now) {
    return Math.max(0, perMinute - counted(calls, now).size());
  }

  private static List<Instant> counted(List<Instant> calls, Instant now) {
    // Another process's clock may be ahead; but a clock set back must not freeze the window.
    return calls.stream()
        .filter(at -> at.plus(MINUTE).isAfter(now) && at.minus(MINUTE).isBefore(now))
        .toList();
  }

  /** Lookups leave a fifth to changes; background work leaves half. */
  private int share(Urgency urgency) {
    return switch (urgency) {
      case CHANGE -> perMinute;
      case LOOKUP -> Math.max(1, perMinute - perMinute / 5);
      case BACKGROUND -> Math.max(1, perMinute / 2);
    };
  }
}
