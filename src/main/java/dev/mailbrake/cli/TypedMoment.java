package dev.mailbrake.cli;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * A moment as a person types it: a date, which is the whole day in UTC, or a time with its offset.
 *
 * @param start the first moment of it
 * @param end the first moment behind a day; the same as the start for a time
 */
record TypedMoment(Instant start, Instant end) {

  /** Reads an ISO 8601 date or time with an offset, of a year of four digits. */
  static Optional<TypedMoment> parse(String text) {
    if (!text.matches("[0-9]{4}-.*")) {
      return Optional.empty();
    }
    try {
      return Optional.of(text.length() == "2026-11-23".length() ? day(text) : time(text));
    } catch (DateTimeException wrong) {
      return Optional.empty();
    }
  }

  private static TypedMoment day(String text) {
    LocalDate day = LocalDate.parse(text);
    return new TypedMoment(midnight(day), midnight(day.plusDays(1)));
  }

  private static Instant midnight(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private static TypedMoment time(String text) {
    Instant moment = OffsetDateTime.parse(text).toInstant();
    return new TypedMoment(moment, moment);
  }
}
