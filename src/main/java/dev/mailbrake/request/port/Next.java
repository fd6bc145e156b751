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

  public static Next after(Duration pause) {
    return new Next(Optional.of(pause), true);
  }

  public static Next at(Instant due, Instant now) {
    return after(Duration.between(now, due));
  }

  public static Next untried(Duration pause) {
    return new Next(Optional.of(pause), false);
  }
}
