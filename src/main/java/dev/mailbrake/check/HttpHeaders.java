package dev.mailbrake.check;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Reads headers of answers; what it cannot parse counts as absent. */
public final class HttpHeaders {
  private HttpHeaders() {}

  /** A {@code Date} in RFC 1123's format. */
  public static Optional<Instant> date(String value) {
    try {
      return Optional.of(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(value.strip())));
    } catch (DateTimeException unreadable) {
      return Optional.empty();
    }
  }

  /** A {@code Retry-After} in seconds. */
  public static Optional<Duration> retryAfter(String value) {
    return Optional.of(value.strip())
        .filter(text -> text.matches("[0-9]{1,6}"))
        .map(text -> Duration.ofSeconds(Long.parseLong(text)));
  }
}
