package dev.mailbrake.request.model;

import java.time.Duration;
import java.time.Instant;

/** Counts the revisions of a home tab; {@code shown} is the one on display, or 0. */
public record Home(String userId, Instant opened, long revision, long shown) {
  /** Accepts a moment in the future too: it came from a clock that was slightly ahead. */
  public boolean wasOpenedWithin(Duration time, Instant now) {
    return Duration.between(opened, now).abs().compareTo(time) <= 0;
  }

  public boolean isUpToDate() {
    return shown >= revision;
  }
}
