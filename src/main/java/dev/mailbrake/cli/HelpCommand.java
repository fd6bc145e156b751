package dev.mailbrake.cli;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

@Command(
    name = "help",
    header = "Show this help, or that of a command.",
    description = "",
    parameterListHeading = "Parameters:%n",
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = {"  help check", "  help audit export"},
    exitCodeOnInvalidInput = ExitCode.USAGE)
public final class HelpCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      arity = "0..2",
      paramLabel = "COMMAND",
      description = "The command, such as check or audit export.")
  private List<String> names = List.of();

  @Override
  public void run() {
    CommandLine line = spec.parent().commandLine();
    for (String name : names) {
      CommandLine next = line.getSubcommands().get(name);
      if (next == null) {
        throw new UnmatchedArgumentException(line, List.of(name));
      }
      line = next;
    }
    line.usage(line.getOut());
  }
}
