package dev.mailbrake.cli;

import dev.mailbrake.audit.AuditVerifier;
import dev.mailbrake.audit.Verification;
import dev.mailbrake.audit.Verification.Damage;
import dev.mailbrake.store.Database;
import dev.mailbrake.store.SqlAuditLog;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

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

  /** The result of verifying the audit log, in words for its owner, line by line. */
  static final class VerificationReport {
    private static final String NO_HEAD =
        "Whether rows were cut off or written anew at the very end, the log alone cannot show:"
            + " give --head the newest hash that the audit channel was told.";

    private static final List<String> WHAT_TO_DO =
        List.of(
            "What to do: keep a copy of the database as it is now, and repair nothing by hand. Export"
                + " this log and the one of the last good backup, and compare them from the first"
                + " of these rows on.",
            "The audit channel was told decisions, refusals and exports with the numbers of their rows."
                + " Find out who could write the database.");

    private VerificationReport() {}

    static List<String> lines(Verification found) {
      return found.fold(VerificationReport::intact, VerificationReport::broken);
    }

    private static List<String> intact(Verification.Intact log) {
      return List.of(
          log.rows() == 0
              ? "The audit log is empty: nobody has asked for anything yet, or every row was removed."
              : "The audit log is intact: %d rows, the last one with the hash %s."
                  .formatted(log.rows(), log.head()),
          log.known().isPresent() ? known(log, log.known().getAsLong()) : NO_HEAD);
    }

    private static String known(Verification.Intact log, long seq) {
      return "The given hash is that of row #%d: it and all rows before it are there. Rows added after"
              .formatted(seq)
          + " it: %d.".formatted(log.rows() - seq);
    }

    private static List<String> broken(Verification.Broken log) {
      List<String> lines = new ArrayList<>();
      lines.add(
          "THE AUDIT LOG IS DAMAGED. Rows read: %d; faults found: %d."
              .formatted(log.rows(), log.found()));
      log.first().forEach(damage -> lines.add("  " + rows(damage) + ": " + words(damage.kind())));
      if (log.found() > log.first().size()) {
        lines.add("  … and %d more.".formatted(log.found() - log.first().size()));
      }
      lines.addAll(WHAT_TO_DO);
      return lines;
    }

    private static String rows(Damage damage) {
      return damage.first() < damage.last()
          ? "#%d to #%d".formatted(damage.first(), damage.last())
          : "#" + damage.first();
    }

    private static String words(Damage.Kind kind) {
      return switch (kind) {
        case REMOVED -> "removed. Rows with these numbers were written, and are not there.";
        case OUT_OF_PLACE -> "put in. Mailbrake never gives a row this number here.";
        case CHANGED ->
            "changed or moved. What the row says does not fit its hash: it was written otherwise, or"
                + " with another number.";
        case DETACHED ->
            "does not follow the row before it. This row was put here, or the one before it was"
                + " written anew with a hash that fits.";
        case CUT_OFF ->
            "cut off at the end. The audit channel was told of these rows, and they are not there.";
        case HEAD_NOT_FOUND ->
            "none has the given hash. The row that had it was cut off or written anew, or the hash is"
                + " that of another database.";
      };
    }
  }
}
