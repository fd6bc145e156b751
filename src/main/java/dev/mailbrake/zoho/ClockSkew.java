package dev.mailbrake.zoho;

import dev.mailbrake.check.Finding;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How far the clock of this machine is from Zoho's. Pure. */
final class ClockSkew {
  private static final Duration MOST = Duration.ofSeconds(60);

  private ClockSkew() {}

  /**
   * Compares the two.
   *
   * @param zoho the Date of an answer, to the second, if it had one
   * @param ours when the answer had come
   */
  static Finding of(Optional<Instant> zoho, Instant ours) {
    return zoho.map(theirs -> of(Duration.between(theirs, ours)))
        .orElseGet(
            () ->
                Finding.good(
                    Subjects.CLOCK, "Zoho's answer names no time to compare the clock with"));
  }

  private static Finding of(Duration ahead) {
    if (ahead.abs().compareTo(MOST) <= 0) {
      return Finding.good(Subjects.CLOCK, "this machine's clock and Zoho's agree");
    }
    return Finding.bad(
        Subjects.CLOCK,
        "this machine's clock is %s %s Zoho's"
            .formatted(words(ahead.abs()), ahead.isNegative() ? "behind" : "ahead of"),
        "Let this machine keep its time by NTP: how long a block lasts and which requests of Slack"
            + " are accepted depend on it.");
  }

  private static String words(Duration apart) {
    return apart.compareTo(Duration.ofMinutes(2)) < 0
        ? apart.toSeconds() + " seconds"
        : apart.toMinutes() + " minutes";
  }
}
