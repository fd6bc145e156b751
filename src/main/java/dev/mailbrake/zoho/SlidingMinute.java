package dev.mailbrake.zoho;

import dev.mailbrake.mailbox.Urgency;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/** The requests of the last minute, and how many more there may be. Not safe for threads. */
final class SlidingMinute {
  /** A second more than a minute: Zoho counts by its own clock, and on arrival. */
  private static final Duration MINUTE = Duration.ofSeconds(61);

  private final int perMinute;
  private final Deque<Instant> spent = new ArrayDeque<>();

  SlidingMinute(int perMinute) {
    this.perMinute = perMinute;
  }

  void spend(Instant now) {
    spent.addLast(now);
  }

  /** How long until a request of that urgency may go out; zero if it may now. */
  Duration untilFree(Urgency urgency, Instant now) {
    forget(now);
    int excess = spent.size() - share(urgency);
    if (excess < 0) {
      return Duration.ZERO;
    }
    Iterator<Instant> oldest = spent.iterator();
    Instant leaves = oldest.next();
    for (int i = 0; i < excess; i++) {
      leaves = oldest.next();
    }
    return Duration.between(now, leaves.plus(MINUTE));
  }

  /** Look-ups leave a fifth for confirmed changes, background work leaves a half. */
  private int share(Urgency urgency) {
    return switch (urgency) {
      case CHANGE -> perMinute;
      case LOOKUP -> Math.max(1, perMinute - perMinute / 5);
      case BACKGROUND -> Math.max(1, perMinute / 2);
    };
  }

  private void forget(Instant now) {
    // A clock that was set back must not freeze the window: what lies ahead of now is forgotten
    // too.
    spent.removeIf(at -> !at.plus(MINUTE).isAfter(now) || at.isAfter(now));
  }
}
