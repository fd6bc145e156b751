package dev.mailbrake.cli;

import dev.mailbrake.audit.AuditVerifier;
import dev.mailbrake.audit.Verification;
import dev.mailbrake.audit.Verification.Damage;
import dev.mailbrake.store.Database;
import dev.mailbrake.store.SqlAuditLog;
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
      "Hashes every row again, and finds rows that were changed, removed, moved or inserted. Writes"
          + " nothing.",
      "",
      "Whoever can write to the database can also cut off the end of the log, or rewrite it with"
          + " matching hashes. Only a hash that is kept elsewhere reveals that: the audit channel"
          + " gets the newest one daily, as “Head of the audit log”, and the first twelve digits of"
          + " the hash with each row.",
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
  private static final String NO_HEAD =
      "The log alone cannot show whether rows at its very end were cut off or rewritten: pass"
          + " --head with the newest hash from the audit channel.";

  private static final List<String> WHAT_TO_DO =
      List.of(
          "What to do: keep a copy of the database as it is now, and repair nothing by hand. Export"
              + " this log and the one in the last good backup, and compare them from the first of"
              + " these rows.",
          "The audit channel has decisions, refusals and exports with their row numbers. Find out"
              + " who could write to the database.");

  private final Shell shell;

  @Option(
      names = "--head",
      paramLabel = "HASH",
      converter = HashReader.class,
      description =
          "The hash of a row, or at least its first twelve digits, from the audit channel: it must"
              + " be in the log.")
  private Optional<String> head = Optional.empty();

  VerifyAuditCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    return AuditCommand.onDatabase(shell, this::verify);
  }

  private int verify(Database database) {
    SqlAuditLog log = new SqlAuditLog(database);
    Verification found = AuditVerifier.verify(log, log.told(), head);
    shell.print(found.fold(VerifyAuditCommand::intact, VerifyAuditCommand::broken));
    return found.fold(
        intact -> intact.rows() > 0 ? ExitCode.OK : ExitCode.DAMAGED, broken -> ExitCode.DAMAGED);
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

  private static String words(Damage.DamageKind kind) {
    return switch (kind) {
      case REMOVED -> "removed. Rows with these numbers were written and are missing.";
      case OUT_OF_PLACE -> "inserted. Mailbrake never gives a row this number here.";
      case CHANGED ->
          "changed or moved. The row does not match its hash: it had other content or another"
              + " number when it was written.";
      case DETACHED ->
          "does not follow the row before it. This row was inserted, or the one before it was"
              + " rewritten with a matching hash.";
      case CUT_OFF -> "cut off at the end. The audit channel got these rows, and they are missing.";
      case HEAD_NOT_FOUND ->
          "none has the given hash. Its row was cut off or rewritten, or the hash is from another"
              + " database.";
    };
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
