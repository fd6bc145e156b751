package dev.mailbrake.cli;

import dev.mailbrake.audit.AuditRow;
import dev.mailbrake.audit.ExportFormat;
import dev.mailbrake.audit.ExportFormat.RowWriter;
import dev.mailbrake.audit.PersonName;
import dev.mailbrake.job.JobTable;
import dev.mailbrake.request.tell.ExportAudit;
import dev.mailbrake.store.Database;
import dev.mailbrake.store.SqlAuditLog;
import dev.mailbrake.store.SqlLedger;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "export",
    header = "Write the audit log as JSON lines or CSV.",
    description = {
      "",
      "Writes the rows of the audit log in their order, from the oldest on, as UTF-8. That they"
          + " were exported, what and by which user of the operating system, is itself a row of the"
          + " log, written before the first row goes out; the export ends at that row.",
      "",
      "Fields: seq, at (ISO 8601, UTC), event, actorId, actorName, requestId, action, zuid,"
          + " accountId, address, priorState, reason, detail, previousHash, hash.",
      "",
      "JSONL holds each text exactly as it is stored. In CSV, a cell that a spreadsheet would take"
          + " for a formula has an apostrophe before it.",
      ""
    },
    optionListHeading = "Options:%n",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      ExitCode.OK + ":Everything is written, or its reader wanted no more.",
      ExitCode.OF_USAGE,
      ExitCode.OF_UNAVAILABLE,
      ExitCode.OF_SOFTWARE,
      ExitCode.CANT_CREATE + ":The output file cannot be made, or is there already.",
      ExitCode.CANT_WRITE + ":The output cannot be written to its end.",
      ExitCode.OF_CONFIG
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ${COMMAND-FULL-NAME} --format csv --since 2026-11-01 --output audit.csv",
      "  ${COMMAND-FULL-NAME} --format jsonl --mailbox rebecca@zylker.com"
    },
    exitCodeOnInvalidInput = ExitCode.USAGE,
    sortOptions = false,
    sortSynopsis = false)
final class ExportAuditCommand implements Callable<Integer> {
  private final Shell shell;

  @Option(names = "--format", required = true, paramLabel = "FORMAT", description = "jsonl or csv.")
  private ExportFormat format = ExportFormat.JSONL;

  @Mixin private ExportFilter filter = new ExportFilter();

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description =
          "Write into this new file, which only its owner can read, instead of to standard output."
              + " A file that is there already is never overwritten.")
  private Optional<Path> output = Optional.empty();

  ExportAuditCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    return new RecordVisit(shell).of(this::export);
  }

  private int export(Database database) {
    try (ExportTarget target = ExportTarget.open(output, shell.out())) {
      return export(database, target);
    } catch (FileAlreadyExistsException taken) {
      shell.err().println("There is a file " + taken.getFile() + " already. Choose another name.");
    } catch (NoSuchFileException nowhere) {
      shell.err().println("The output file cannot be made: its directory is not there.");
    } catch (AccessDeniedException denied) {
      shell.err().println("The output file cannot be made: you may not write there.");
    } catch (IOException cannot) {
      shell.err().println("The output file cannot be made: " + words(cannot) + ".");
    }
    return ExitCode.CANT_CREATE;
  }

  private int export(Database database, ExportTarget target) {
    SqlLedger ledger =
        new SqlLedger(database, JobTable.of(database.dataSource(), shell.clock()), written -> {});
    ExportAudit export = new ExportAudit(ledger, new SqlAuditLog(database), shell.clock());
    try {
      RowWriter writer = format.to(target.out());
      export.run(
          PersonName.ofSystem(shell.user()),
          format.name().toLowerCase(Locale.ROOT),
          filter.read(),
          row -> write(row, writer));
      writer.flush();
      target.complete();
      return ExitCode.OK;
    } catch (IOException | UncheckedIOException broken) {
      return ended(broken);
    }
  }

  private static void write(AuditRow row, RowWriter writer) {
    try {
      writer.write(row);
    } catch (IOException broken) {
      throw new UncheckedIOException(words(broken), broken);
    }
  }

  /** Java has no other sign of a reader that went away, such as {@code head}, than these words. */
  private int ended(Exception broken) {
    if (words(broken).toLowerCase(Locale.ROOT).contains("broken pipe")) {
      return ExitCode.OK;
    }
    shell.err().println("The export is not complete: " + words(broken) + ".");
    return ExitCode.CANT_WRITE;
  }

  private static String words(Exception failed) {
    return String.valueOf(failed.getMessage());
  }
}
