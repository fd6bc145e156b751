package dev.mailbrake.sandbox.slack.webapi;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Slack's rate limits as buckets that refill with the clock; off unless enforced. */
public final class RateLimits {

  private static final Rate POSTING = new Rate(60, 5);

  private final Clock clock;
  private final Map<String, Bucket> buckets = new HashMap<>();
  private boolean enforced;

  public RateLimits(Clock clock) {
    this.clock = clock;
  }

  public synchronized void enforce(boolean on) {
    enforced = on;
    buckets.clear();
  }

  /** Limits a method by its tier: a full minute's calls may come at once. */
  void takeTier(String method, int perMinute) {
    take(method, new Rate(perMinute, perMinute));
  }

  /** One message per second to one place, with a small burst. */
  void takePosting(String place) {
    take("posting " + place, POSTING);
  }

  private synchronized void take(String what, Rate rate) {
    if (enforced) {
      Instant now = clock.instant();
      Bucket bucket = buckets.getOrDefault(what, new Bucket(rate.burst(), now));
      buckets.put(what, bucket.take(rate, now));
    }
  }

  private record Rate(int perMinute, int burst) {}

  private record Bucket(double left, Instant at) {

    Bucket take(Rate rate, Instant now) {
      double perSecond = rate.perMinute() / 60.0;
      double gained = Duration.between(at, now).toMillis() / 1000.0 * perSecond;
      double available = Math.min(rate.burst(), left + gained);
      if (available < 1) {
        throw new RateLimited((long) Math.ceil((1 - available) / perSecond));
      }
      return new Bucket(available - 1, now);
    }
  }
}
