package dev.mailbrake.request.model;

import java.time.Duration;
import java.time.Instant;

/**
 * Somebody's home tab.
 *
 * @param opened when they opened it last
 * @param revision counts the changes of what it has to show
 * @param shown the revision that it shows; 0 if none
 */
public record Home(String userId, Instant opened, long revision, long shown) {
  /** A moment that is still to come was written by a clock that was ahead, not far before now. */
  public boolean wasOpenedWithin(Duration time, Instant now) {
    return Duration.between(opened, now).abs().compareTo(time) <= 0;
  }

  /** Whether it shows what the record says. */
  public boolean isUpToDate() {
    return shown >= revision;
  }
}
