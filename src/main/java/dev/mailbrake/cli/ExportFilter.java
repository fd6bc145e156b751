package dev.mailbrake.cli;

import dev.mailbrake.audit.AuditFilter;
import dev.mailbrake.mailbox.MailAddress;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The options that say which rows are exported. */
final class ExportFilter {
  @Option(
      names = "--since",
      paramLabel = "WHEN",
      converter = MomentReader.class,
      description =
          "Only rows from then on. A date such as 2026-11-23 means the beginning of that day in"
              + " UTC; a time such as 2026-11-23T09:00:00Z means itself.")
  private Optional<TypedMoment> since = Optional.empty();

  @Option(
      names = "--until",
      paramLabel = "WHEN",
      converter = MomentReader.class,
      description =
          "Only rows before then. A date means that its whole day is still wanted; of a time, what"
              + " happened at that very moment is not.")
  private Optional<TypedMoment> until = Optional.empty();

  @Option(
      names = "--mailbox",
      paramLabel = "ADDRESS",
      converter = AddressReader.class,
      description =
          "Only rows of the accounts that ever had this address, under whatever address, and rows"
              + " that name it.")
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
}
