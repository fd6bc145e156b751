package dev.mailbrake.request;

import java.time.Duration;
import java.util.Optional;

/**
 * What a job says when it returns.
 *
 * @param after how long until it wants to run again; empty if it is done
 */
public record Next(Optional<Duration> after) {
  static final Next DONE = new Next(Optional.empty());

  /** Wants to run again after a pause. */
  public static Next after(Duration pause) {
    return new Next(Optional.of(pause));
  }
}
