package dev.mailbrake.check;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How far this machine's clock is off another party's. */
public final class ClockSkew {
  private static final Duration MOST = Duration.ofSeconds(60);

  private ClockSkew() {}

  /** {@code theirs} is an answer's {@code Date}, to the second; {@code ours} is when it came. */
  public static Finding of(String subject, String party, Optional<Instant> theirs, Instant ours) {
    return theirs
        .map(time -> of(subject, party, Duration.between(time, ours)))
        .orElseGet(
            () ->
                Finding.unchecked(
                    subject,
                    "%s's response has no time to compare the clock with".formatted(party),
                    "Make sure no proxy removes the Date header from responses."));
  }

  private static Finding of(String subject, String party, Duration ahead) {
    return of(
        subject,
        party,
        ahead,
        MOST,
        "Synchronize this machine's clock by NTP: blocks end by it, and once it's five minutes off,"
            + " requests from Slack are refused.");
  }

  /** {@code ahead} is negative if this machine's clock is behind; {@code most} is the limit. */
  public static Finding of(
      String subject, String party, Duration ahead, Duration most, String remedy) {
    if (ahead.abs().compareTo(most) <= 0) {
      return Finding.good(subject, "this machine's clock and %s's agree".formatted(party));
    }
    return Finding.bad(
        subject,
        "this machine's clock is %s %s %s's"
            .formatted(words(ahead.abs()), ahead.isNegative() ? "behind" : "ahead of", party),
        remedy);
  }

  private static String words(Duration apart) {
    return apart.compareTo(Duration.ofMinutes(2)) < 0
        ? apart.toSeconds() + " seconds"
        : apart.toMinutes() + " minutes";
  }
}
