package dev.mailbrake.cli;

import dev.mailbrake.config.Configuration;
import dev.mailbrake.config.InvalidConfiguration;
import dev.mailbrake.request.port.LedgerUnavailable;
import dev.mailbrake.store.Database;
import java.util.function.ToIntFunction;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
    name = "audit",
    header = "Export or verify the audit log.",
    description = {
      "",
      "Both read the database in DATABASE_URL and need no other setting. They can run alongside the"
          + " bot without slowing it down."
    },
    optionListHeading = "%nOptions:%n",
    commandListHeading = "%nCommands:%n",
    exitCodeOnInvalidInput = ExitCode.USAGE)
public final class AuditCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  public static CommandLine line(Shell shell) {
    return new CommandLine(new AuditCommand())
        .addSubcommand(new ExportAuditCommand(shell))
        .addSubcommand(new VerifyAuditCommand(shell))
        .setCaseInsensitiveEnumValuesAllowed(true);
  }

  /** Runs a command on the audit log, alongside the bot that may be running. */
  static int onDatabase(Shell shell, ToIntFunction<Database> command) {
    try (Database database = Database.visit(Configuration.database(shell.environment()))) {
      return command.applyAsInt(database);
    } catch (InvalidConfiguration invalid) {
      shell.err().println(invalid.lines());
      return ExitCode.CONFIG;
    } catch (LedgerUnavailable unavailable) {
      shell.err().println("The audit log cannot be read: " + unavailable.why() + ".");
      return ExitCode.UNAVAILABLE;
    } catch (RuntimeException bug) {
      shell.err().println("Something went wrong in Mailbrake. Please report this:");
      bug.printStackTrace(shell.err());
      return ExitCode.SOFTWARE;
    }
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Missing command: export or verify");
  }
}
