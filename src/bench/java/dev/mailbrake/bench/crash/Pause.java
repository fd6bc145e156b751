package dev.mailbrake.bench.crash;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

final class Pause {
  private Pause() {}

  static void of(Duration time) {
    try {
      TimeUnit.NANOSECONDS.sleep(time.toNanos());
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the campaign was stopped", stop);
    }
  }
}
