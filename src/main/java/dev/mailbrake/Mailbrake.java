package dev.mailbrake;

import dev.mailbrake.check.Check;
import dev.mailbrake.cli.AuditCommand;
import dev.mailbrake.cli.AuthorizeCommand;
import dev.mailbrake.cli.CheckCommand;
import dev.mailbrake.cli.CodePrompt;
import dev.mailbrake.cli.ExitCode;
import dev.mailbrake.cli.HelpCommand;
import dev.mailbrake.cli.HelpOption;
import dev.mailbrake.cli.Shell;
import dev.mailbrake.cli.StandardErrorLog;
import dev.mailbrake.cli.WrongUsage;
import dev.mailbrake.config.Configuration;
import dev.mailbrake.slack.check.SlackCheck;
import dev.mailbrake.store.DatabaseCheck;
import dev.mailbrake.store.DatabaseClockCheck;
import dev.mailbrake.store.MachineTime;
import dev.mailbrake.zoho.ZohoCheck;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.OptionSpec;

/** The program: {@code serve}, which is the default, and the other commands. */
@Command(
    name = "mailbrake",
    header = "Block and unblock a mailbox's outgoing mail in Zoho Mail, from Slack.",
    description = {
      "",
      "All settings are environment variables; src/docs/configuration.md lists them.",
      ""
    },
    optionListHeading = "Options:%n",
    commandListHeading = "%nCommands:%n",
    exitCodeOnInvalidInput = ExitCode.USAGE)
public final class Mailbrake implements Callable<Integer> {
  private final Shell shell;

  private Mailbrake(Shell shell) {
    this.shell = shell;
  }

  public static void main(String[] arguments) {
    boolean serves = arguments.length == 0 || arguments[0].equals("serve");
    if (!serves) {
      StandardErrorLog.use();
    }
    int status = line(ofProcess()).execute(arguments);
    // The bot runs on, on its own threads.
    if (!serves || status != ExitCode.OK) {
      System.exit(status);
    }
  }

  static CommandLine line(Shell shell) {
    CommandLine line =
        new CommandLine(new Mailbrake(shell))
            .addSubcommand(new ServeCommand(shell))
            .addSubcommand(new CheckCommand(shell, configuration -> checks(configuration, shell)))
            .addSubcommand(new AuthorizeCommand(shell, CodePrompt.of(System.console(), System.in)))
            .addSubcommand(AuditCommand.line(shell))
            .addSubcommand(new VersionCommand(shell))
            .addSubcommand(new HelpCommand());
    line.getCommandSpec()
        .version(nameAndVersion())
        .addOption(
            OptionSpec.builder("-V", "--version")
                .versionHelp(true)
                .description("Print the version and exit.")
                .build());
    return HelpOption.on(line)
        .setOut(shell.text())
        .setErr(shell.err())
        .setParameterExceptionHandler(new WrongUsage());
  }

  private static List<Check> checks(Configuration configuration, Shell shell) {
    return List.of(
        DatabaseCheck.of(configuration.database()),
        DatabaseClockCheck.of(
            configuration.database(), new MachineTime(shell.clock(), System::nanoTime)),
        new SlackCheck(
            configuration.slack(),
            configuration.authority().approvers(),
            configuration.authority().channels(),
            shell.clock()),
        ZohoCheck.of(configuration.zoho(), shell.clock()));
  }

  @Override
  public Integer call() {
    return new ServeCommand(shell).call();
  }

  /** Unbuffered, so a write fails once nobody reads standard output. */
  private static Shell ofProcess() {
    Charset charset = terminal();
    return new Shell(
        System.getenv(),
        Clock.systemUTC(),
        System.getProperty("user.name", ""),
        charset,
        new FileOutputStream(FileDescriptor.out),
        Shell.text(new FileOutputStream(FileDescriptor.err), charset));
  }

  /** By the locale; the first property exists on JDK 19 and newer. */
  private static Charset terminal() {
    String name =
        System.getProperty("stdout.encoding", System.getProperty("native.encoding", "UTF-8"));
    return Charset.isSupported(name) ? Charset.forName(name) : StandardCharsets.US_ASCII;
  }

  static String nameAndVersion() {
    return "mailbrake " + version();
  }

  static String version() {
    return Optional.ofNullable(Mailbrake.class.getPackage().getImplementationVersion())
        .orElse("in development");
  }
}
