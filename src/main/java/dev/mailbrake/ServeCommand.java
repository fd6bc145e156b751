package dev.mailbrake;

import dev.mailbrake.cli.ExitCode;
import dev.mailbrake.cli.Shell;
import dev.mailbrake.config.Configuration;
import dev.mailbrake.config.InvalidConfiguration;
import dev.mailbrake.request.port.LedgerUnavailable;
import dev.mailbrake.store.MachineTime;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;

@Command(
    name = "serve",
    header = "Run the bot (default).",
    description = {
      "",
      "Reads its settings from the environment; src/docs/configuration.md lists them. Logs to"
          + " standard output. SIGTERM ends it within 25 seconds.",
      ""
    },
    optionListHeading = "Options:%n",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {ExitCode.OF_USAGE, ExitCode.OF_UNAVAILABLE_TO_SERVE, ExitCode.OF_CONFIG},
    exitCodeOnInvalidInput = ExitCode.USAGE)
final class ServeCommand implements Callable<Integer> {
  private final Shell shell;

  ServeCommand(Shell shell) {
    this.shell = shell;
  }

  /** Returns once the bot runs on its own threads. */
  @Override
  public Integer call() {
    try {
      Configuration configuration = Configuration.from(shell.environment());
      Bot bot = Bot.start(configuration, new MachineTime(shell.clock(), System::nanoTime));
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(bot), "shutdown"));
      log().info("mailbrake {} serves {}", Mailbrake.version(), ways(configuration, bot));
      return ExitCode.OK;
    } catch (InvalidConfiguration invalid) {
      shell.err().println("Mailbrake cannot start. " + invalid.lines());
      return ExitCode.CONFIG;
    } catch (LedgerUnavailable | IllegalStateException unavailable) {
      shell.err().println("Mailbrake cannot start: " + unavailable.getMessage());
      return ExitCode.UNAVAILABLE;
    }
  }

  private static String ways(Configuration configuration, Bot bot) {
    String port = configuration.listen().map(any -> "on port " + bot.port()).orElse("no port");
    return configuration.slack().mode().fold(http -> port, socket -> "by Socket Mode, and " + port);
  }

  private static void stop(Bot bot) {
    log().info("stopping: accepting nothing more, finishing or handing back what is running");
    bot.close();
    log().info("stopped");
  }

  /** Only once the configuration is valid, because it sets the log format. */
  private static Logger log() {
    return LoggerFactory.getLogger(Mailbrake.class);
  }
}
