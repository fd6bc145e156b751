package dev.mailbrake.sandbox.page;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicLong;

/** A real clock that can be moved forward, for everyone who shares it. */
public final class ShiftedClock extends Clock {

  private final Clock real;
  private final AtomicLong aheadMillis;

  /** Starts at real time. */
  public ShiftedClock(Clock real) {
    this(real, new AtomicLong());
  }

  private ShiftedClock(Clock real, AtomicLong aheadMillis) {
    this.real = real;
    this.aheadMillis = aheadMillis;
  }

  /** Moves the clock forward; it never moves back. */
  public void forward(Duration time) {
    if (time.isNegative()) {
      throw new IllegalArgumentException("Time cannot go back: " + time);
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

  /** The same clock in another zone; both move together. */
  @Override
  public Clock withZone(ZoneId zone) {
    return new ShiftedClock(real.withZone(zone), aheadMillis);
  }
}
