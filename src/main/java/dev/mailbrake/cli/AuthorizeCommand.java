package dev.mailbrake.cli;

import dev.mailbrake.cli.CheckCommand.FindingLine;
import dev.mailbrake.config.Authentication;
import dev.mailbrake.config.InvalidConfiguration;
import dev.mailbrake.config.Secret;
import dev.mailbrake.config.ZohoApplication;
import dev.mailbrake.config.ZohoConsent;
import dev.mailbrake.zoho.Authorization;
import dev.mailbrake.zoho.Authorization.Authorized;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Only the line for the environment goes to standard output, so it can be sent to a file. */
@Command(
    name = "authorize",
    header = "Turn a code from Zoho's API console into a refresh token.",
    description = {
      "",
      "Says what to do in Zoho's API console, exchanges the code from there for a refresh token,"
          + " checks what the token can do, and prints the one line to add to the environment."
          + " Changes no mailbox.",
      "",
      "Needs ZOHO_CLIENT_ID and ZOHO_CLIENT_SECRET; reads ZOHO_DATA_CENTER, ZOHO_AUTHENTICATION and"
          + " ZOHO_ORGANIZATION_ID too. Only the line goes to standard output.",
      ""
    },
    optionListHeading = "Options:%n",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      ExitCode.OK + ":The token works, and its line was printed.",
      ExitCode.DAMAGED + ":Zoho refused, or the token doesn't work; no line was printed.",
      ExitCode.USAGE + ":The command line is wrong, or no code was given.",
      ExitCode.UNAVAILABLE + ":Zoho doesn't answer; a printed line was not checked.",
      ExitCode.OF_CONFIG
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  authorize                      asks for the code, hidden on a terminal",
      "  authorize --code 1000.4c...    visible to others on this machine; the code works once"
    },
    exitCodeOnInvalidInput = ExitCode.USAGE,
    sortOptions = false)
public final class AuthorizeCommand implements Callable<Integer> {
  private final Shell shell;
  private final CodePrompt prompt;

  @Option(
      names = "--code",
      arity = "0..1",
      fallbackValue = "",
      paramLabel = "CODE",
      description =
          "The code. Other users of this machine can see it in the process list; without it, the command"
              + " asks for it.")
  private String code = "";

  public AuthorizeCommand(Shell shell, CodePrompt prompt) {
    this.shell = shell;
    this.prompt = prompt;
  }

  @Override
  public Integer call() {
    try {
      tellSteps();
      warnOfCode();
      ZohoApplication application = ZohoApplication.from(shell.environment());
      Optional<Secret> given = CodePrompt.secret(code).or(() -> prompt.ask(shell.err()));
      return given.map(it -> tell(Authorization.of(application).redeem(it))).orElseGet(this::none);
    } catch (InvalidConfiguration invalid) {
      shell.err().println("Mailbrake cannot authorize. " + invalid.lines());
      return ExitCode.CONFIG;
    }
  }

  private void tellSteps() {
    try {
      shell.err().println(AuthorizeSteps.of(ZohoConsent.from(shell.environment())));
    } catch (InvalidConfiguration invalid) {
      // Reported with every other problem below: no steps are better than those for a wrong place.
    }
  }

  /** A code works once and for minutes, so whoever shares the machine may judge. */
  private void warnOfCode() {
    if (!code.isBlank()) {
      shell
          .err()
          .println(
              "Warning: other users of this machine can see a --code in the process list. Leave --code out to"
                  + " be asked for it.");
    }
  }

  private int none() {
    shell.err().println("No code was given.");
    return ExitCode.USAGE;
  }

  private int tell(Authorized outcome) {
    outcome.findings().forEach(finding -> shell.err().println(FindingLine.of(finding)));
    shell.err().println();
    shell.err().println(advice(outcome));
    outcome.refreshToken().ifPresent(this::print);
    return switch (outcome.verdict()) {
      case GRANTED -> ExitCode.OK;
      case REFUSED -> ExitCode.DAMAGED;
      case UNFINISHED -> ExitCode.UNAVAILABLE;
    };
  }

  private void print(Secret token) {
    PrintStream out = new PrintStream(shell.out(), true, StandardCharsets.UTF_8);
    out.println("ZOHO_REFRESH_TOKEN=" + token.reveal());
  }

  private static String advice(Authorized outcome) {
    return switch (outcome.verdict()) {
      case GRANTED -> "Add this line to the environment, and keep it nowhere else:";
      case REFUSED -> "There is nothing to add to the environment yet.";
      case UNFINISHED ->
          outcome.refreshToken().isPresent()
              ? "Zoho issued a token and then stopped answering. Add this line to the environment, and run"
                  + " check before you rely on it:"
              : "There is nothing to add to the environment yet. If the code is refused next time, generate"
                  + " a new one.";
    };
  }

  static final class AuthorizeSteps {
    private AuthorizeSteps() {}

    static String of(ZohoConsent consent) {
      Authentication authentication = consent.authentication();
      String person =
          switch (authentication) {
            case ADMIN -> "an administrator of the organization, who must remain one";
            case USER -> "the user who owns the mailbox";
          };
      return """
          To authorize Mailbrake in Zoho Mail (ZOHO_DATA_CENTER=%s, ZOHO_AUTHENTICATION=%s):
            1. Sign in at %s as %s.
               Mailbrake acts as that person.
            2. Choose the Self Client, or create one with Add Client. Its Client ID goes into ZOHO_CLIENT_ID
               and its Client Secret into ZOHO_CLIENT_SECRET.
            3. On its Generate Code tab, enter exactly these scopes:
               %s
               and the longest duration. Choose Zoho Mail and the organization if asked.
            4. Enter the code here within that duration. It works once.
          """
          .formatted(
              consent.dataCenter().code(),
              authentication.name().toLowerCase(Locale.ROOT),
              consent.dataCenter().console(),
              person,
              authentication.scopeList());
    }
  }
}
