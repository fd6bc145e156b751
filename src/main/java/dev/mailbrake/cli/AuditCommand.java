package dev.mailbrake.cli;

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

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Missing command: export or verify");
  }
}
