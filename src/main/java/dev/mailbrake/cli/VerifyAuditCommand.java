package dev.mailbrake.cli;

import dev.mailbrake.audit.AuditVerifier;
import dev.mailbrake.audit.Verification;
import dev.mailbrake.store.Database;
import dev.mailbrake.store.SqlAuditLog;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** {@code mailbrake audit verify}. */
@Command(
    name = "verify",
    header = "Verify that nobody changed the audit log.",
    description = {
      "",
      "Hashes every row again, and finds rows that were changed, removed, moved or put in. Nothing"
          + " is written.",
      "",
      "Whoever can write the database can also cut off its end, or write the end anew with hashes"
          + " that fit. Only a hash that is kept elsewhere shows that: the audit channel is told"
          + " the newest one daily, as “Head of the audit log”, and the first twelve digits of its"
          + " hash with each row.",
      ""
    },
    optionListHeading = "Options:%n",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      ExitCode.OK + ":The audit log is intact.",
      ExitCode.DAMAGED + ":The audit log is damaged or empty, or the given hash is not in it.",
      ExitCode.OF_USAGE,
      ExitCode.OF_UNAVAILABLE,
      ExitCode.OF_SOFTWARE,
      ExitCode.OF_CONFIG
    },
    footerHeading = "%nExamples:%n",
    footer = {"  ${COMMAND-FULL-NAME}", "  ${COMMAND-FULL-NAME} --head 9f86d081884c7d65…"},
    exitCodeOnInvalidInput = ExitCode.USAGE,
    sortOptions = false)
final class VerifyAuditCommand implements Callable<Integer> {
  private final Shell shell;

  @Option(
      names = "--head",
      paramLabel = "HASH",
      converter = HashReader.class,
      description =
          "The hash of a row, or its first twelve digits or more, as the audit channel was told it:"
              + " it must be in the log.")
  private Optional<String> head = Optional.empty();

  VerifyAuditCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    return new RecordVisit(shell).of(this::verify);
  }

  private int verify(Database database) {
    SqlAuditLog log = new SqlAuditLog(database);
    Verification found = AuditVerifier.verify(log, log.told(), head);
    PrintWriter out = new PrintWriter(shell.out(), false, StandardCharsets.UTF_8);
    VerificationReport.lines(found).forEach(out::println);
    out.flush();
    return found.fold(
        intact -> intact.rows() > 0 ? ExitCode.OK : ExitCode.DAMAGED, broken -> ExitCode.DAMAGED);
  }

  static final class HashReader implements ITypeConverter<String> {
    @Override
    public String convert(String text) {
      String hash = text.toLowerCase(Locale.ROOT);
      if (!hash.matches("[0-9a-f]{12,64}")) {
        throw new TypeConversionException(
            "'%s' must be a hash of 64 hexadecimal digits, or its first 12 or more"
                .formatted(text));
      }
      return hash;
    }
  }
}
