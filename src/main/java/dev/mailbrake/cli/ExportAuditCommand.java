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
      "Writes the rows of the audit log as UTF-8, oldest first. The export itself, its filter and"
          + " the operating system's user become a row of the log before the first row is written;"
          + " the export ends at that row.",
      "",
      "Fields: seq, at (ISO 8601, UTC), event, actorId, actorName, requestId, action, zuid,"
          + " accountId, address, priorState, reason, detail, previousHash, hash.",
      "",
      "JSONL contains each text exactly as it is stored. In CSV, an apostrophe precedes a cell that"
          + " a spreadsheet would take for a formula.",
      ""
    },
    optionListHeading = "Options:%n",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      ExitCode.OK + ":Everything was written, or its reader stopped reading.",
      ExitCode.OF_USAGE,
      ExitCode.OF_UNAVAILABLE,
      ExitCode.OF_SOFTWARE,
      ExitCode.CANT_CREATE + ":The output file cannot be created, or exists already.",
      ExitCode.CANT_WRITE + ":The output could not be written completely.",
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
          "Write to this new file, which only its owner can read, instead of standard output. An"
              + " existing file is never overwritten.")
  private Optional<Path> output = Optional.empty();

  ExportAuditCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    return AuditCommand.onDatabase(shell, this::export);
  }

  private int export(Database database) {
    try (ExportTarget target = ExportTarget.open(output, shell.out())) {
      return export(database, target);
    } catch (FileAlreadyExistsException taken) {
      shell.err().println("The file " + taken.getFile() + " exists already. Choose another name.");
    } catch (NoSuchFileException nowhere) {
      shell.err().println("The output file cannot be created: its directory doesn't exist.");
    } catch (AccessDeniedException denied) {
      shell.err().println("The output file cannot be created: you may not write there.");
    } catch (IOException cannot) {
      shell.err().println("The output file cannot be created: " + words(cannot) + ".");
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

  /** Only the message tells whether the reader, such as {@code head}, stopped reading. */
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
