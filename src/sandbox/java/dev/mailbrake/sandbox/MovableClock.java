package dev.mailbrake.sandbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** A clock that stands still until it is moved. */
public final class MovableClock extends Clock {
  private final List<Consumer<Instant>> followers = new CopyOnWriteArrayList<>();
  private volatile Instant now = Instant.parse("2026-11-23T09:00:00Z");

  public void passes(Duration time) {
    Instant next = now.plus(time);
    followers.forEach(follower -> follower.accept(next));
    now = next;
  }

  /** Moves another clock along, just before this one. */
  public void addFollower(Consumer<Instant> follower) {
    follower.accept(now);
    followers.add(follower);
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("this clock has no zones");
  }
}
