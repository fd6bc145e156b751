package dev.mailbrake.sandbox.slack.delivery;

import java.time.Duration;

/** Measures real time. */
public record Stopwatch(long startNanos) {

  public static Stopwatch start() {
    return new Stopwatch(System.nanoTime());
  }

  public Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - startNanos);
  }
}
