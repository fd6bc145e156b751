package dev.mailbrake;

import dev.mailbrake.cli.ExitCode;
import dev.mailbrake.cli.Shell;
import java.util.List;
import picocli.CommandLine.Command;

@Command(name = "version", header = "Print the version.", exitCodeOnInvalidInput = ExitCode.USAGE)
final class VersionCommand implements Runnable {
  private final Shell shell;

  VersionCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public void run() {
    shell.print(List.of(Mailbrake.nameAndVersion()));
  }
}
