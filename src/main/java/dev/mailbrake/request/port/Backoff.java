package dev.mailbrake.request.port;

import java.time.Duration;

public record Backoff(Duration first, Duration longest) {
  private static final int MAX_DOUBLINGS = 30;

  /**
   * The pause after so many failures, from 1; {@code least}, if longer, even exceeds the longest.
   */
  public Duration pause(int failures, Duration least) {
    int doublings = Math.min(Math.max(failures - 1, 0), MAX_DOUBLINGS);
    Duration doubled = first.multipliedBy(1L << doublings);
    Duration own = doubled.compareTo(longest) > 0 ? longest : doubled;
    return own.compareTo(least) > 0 ? own : least;
  }
}
