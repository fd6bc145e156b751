package dev.mailbrake.request.model;

import java.time.Duration;
import java.time.Instant;

/**
 * Somebody's home tab.
 *
 * @param revision counts the changes to what it has to show
 * @param shown the revision that it shows; 0 if none
 */
public record Home(String userId, Instant opened, long revision, long shown) {
  /** Counts a moment in the future too: it came from a clock that was a little ahead. */
  public boolean wasOpenedWithin(Duration time, Instant now) {
    return Duration.between(opened, now).abs().compareTo(time) <= 0;
  }

  public boolean isUpToDate() {
    return shown >= revision;
  }
}
