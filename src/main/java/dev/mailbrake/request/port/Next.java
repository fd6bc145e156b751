package dev.mailbrake.request.port;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What a job says when it returns.
 *
 * @param after how long until it wants to run again; empty if it is done
 * @param isTry whether this run counts as a try; not so where it did not come to its turn
 */
public record Next(Optional<Duration> after, boolean isTry) {
  public static final Next DONE = new Next(Optional.empty(), true);

  /** Wants to run again after a pause. */
  public static Next after(Duration pause) {
    return new Next(Optional.of(pause), true);
  }

  /** Wants to run again at a moment that is still ahead. */
  public static Next at(Instant due, Instant now) {
    return after(Duration.between(now, due));
  }

  /** Has not even tried, and wants to after a pause. */
  public static Next untried(Duration pause) {
    return new Next(Optional.of(pause), false);
  }
}
