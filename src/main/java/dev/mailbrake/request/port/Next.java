package dev.mailbrake.request.port;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** When a job wants to run again, if at all, and whether this run counts as a try. */
public record Next(Optional<Duration> after, boolean isTry) {
  public static final Next DONE = new Next(Optional.empty(), true);

  public static Next after(Duration pause) {
    return new Next(Optional.of(pause), true);
  }

  public static Next at(Instant due, Instant now) {
    return after(Duration.between(now, due));
  }

  /** Runs again after a pause, without counting this run as a try. */
  public static Next untried(Duration pause) {
    return new Next(Optional.of(pause), false);
  }
}
