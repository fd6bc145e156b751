package dev.mailbrake.check;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How far the clock of this machine is from another party's. Pure. */
public final class ClockSkew {
  private static final Duration MOST = Duration.ofSeconds(60);

  private ClockSkew() {}

  /**
   * Compares the two.
   *
   * @param subject of the finding
   * @param party whose clock the other one is
   * @param theirs the Date of an answer, to the second, if it had one
   * @param ours when the answer had come
   */
  public static Finding of(String subject, String party, Optional<Instant> theirs, Instant ours) {
    return theirs
        .map(time -> of(subject, party, Duration.between(time, ours)))
        .orElseGet(
            () ->
                Finding.bad(
                    subject,
                    "%s's answer names no time to compare the clock with".formatted(party),
                    "See that no proxy on the way takes the Date header out of answers."));
  }

  private static Finding of(String subject, String party, Duration ahead) {
    return of(
        subject,
        party,
        ahead,
        MOST,
        "Let this machine keep its time by NTP: a request of Slack's is refused when its time is"
            + " five minutes off, and blocks end by this clock.");
  }

  /**
   * Compares the two.
   *
   * @param ahead how far this machine's is ahead; negative if it is behind
   * @param most by how much they may differ
   * @param remedy what to do if they differ by more
   */
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
