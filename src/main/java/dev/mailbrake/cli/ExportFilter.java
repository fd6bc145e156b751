package dev.mailbrake.cli;

import dev.mailbrake.audit.AuditLog.AuditFilter;
import dev.mailbrake.mailbox.MailAddress;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

final class ExportFilter {
  @Option(
      names = "--since",
      paramLabel = "WHEN",
      converter = MomentReader.class,
      description =
          "Only rows from then on: a date such as 2026-11-23, from its start in UTC, or a time such"
              + " as 2026-11-23T09:00:00Z.")
  private Optional<TypedMoment> since = Optional.empty();

  @Option(
      names = "--until",
      paramLabel = "WHEN",
      converter = MomentReader.class,
      description =
          "Only rows before then. A date includes that whole day in UTC; a time excludes that"
              + " moment.")
  private Optional<TypedMoment> until = Optional.empty();

  @Option(
      names = "--mailbox",
      paramLabel = "ADDRESS",
      converter = AddressReader.class,
      description = "Only rows about accounts that ever had this address, and rows that name it.")
  private Optional<MailAddress> mailbox = Optional.empty();

  AuditFilter read() {
    return new AuditFilter(since.map(TypedMoment::start), until.map(TypedMoment::end), mailbox);
  }

  static final class MomentReader implements ITypeConverter<TypedMoment> {
    @Override
    public TypedMoment convert(String text) {
      return TypedMoment.parse(text)
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "'%s' must be a date such as 2026-11-23, or a time such as 2026-11-23T09:00:00Z"
                          .formatted(text)));
    }
  }

  static final class AddressReader implements ITypeConverter<MailAddress> {
    @Override
    public MailAddress convert(String text) {
      return MailAddress.parse(text)
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "'%s' must be a mail address such as rebecca@zylker.com".formatted(text)));
    }
  }

  /** A day in UTC, whose {@code end} is the next day's start, or a time, which is both. */
  record TypedMoment(Instant start, Instant end) {
    /** Reads ISO 8601 with a year of four digits. */
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
}
