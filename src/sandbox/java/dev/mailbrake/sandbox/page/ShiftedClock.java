package dev.mailbrake.sandbox.page;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicLong;

/** A real clock that can be put forward; everybody who shares it is put forward together. */
public final class ShiftedClock extends Clock {

  private final Clock real;
  private final AtomicLong aheadMillis;

  /** Shows real time at first. */
  public ShiftedClock(Clock real) {
    this(real, new AtomicLong());
  }

  private ShiftedClock(Clock real, AtomicLong aheadMillis) {
    this.real = real;
    this.aheadMillis = aheadMillis;
  }

  /** Puts the clock forward; it is never put back. */
  public void forward(Duration time) {
    if (time.isNegative()) {
      throw new IllegalArgumentException("Time does not go back: " + time);
    }
    aheadMillis.addAndGet(time.toMillis());
  }

  /** How far the clock is ahead of real time. */
  public Duration ahead() {
    return Duration.ofMillis(aheadMillis.get());
  }

  @Override
  public Instant instant() {
    return real.instant().plusMillis(aheadMillis.get());
  }

  @Override
  public ZoneId getZone() {
    return real.getZone();
  }

  /** The same clock elsewhere: put forward with this one. */
  @Override
  public Clock withZone(ZoneId zone) {
    return new ShiftedClock(real.withZone(zone), aheadMillis);
  }
}
