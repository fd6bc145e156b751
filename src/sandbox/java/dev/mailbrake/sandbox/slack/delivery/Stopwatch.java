package dev.mailbrake.sandbox.slack.delivery;

import java.time.Duration;

/** The real time since a start. */
public record Stopwatch(long startNanos) {

  public static Stopwatch start() {
    return new Stopwatch(System.nanoTime());
  }

  public Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - startNanos);
  }
}
