package dev.mailbrake.cli;

import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

public final class HelpOption {
  private HelpOption() {}

  public static CommandLine on(CommandLine line) {
    line.getCommandSpec()
        .addOption(
            OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("Show this help and exit.")
                .build());
    line.getSubcommands().values().forEach(HelpOption::on);
    return line;
  }
}
