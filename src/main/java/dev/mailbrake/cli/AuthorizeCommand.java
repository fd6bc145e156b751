package dev.mailbrake.cli;

import dev.mailbrake.config.Authentication;
import dev.mailbrake.config.InvalidConfiguration;
import dev.mailbrake.config.Secret;
import dev.mailbrake.config.ZohoApplication;
import dev.mailbrake.config.ZohoConsent;
import dev.mailbrake.zoho.Authorization;
import dev.mailbrake.zoho.Authorization.Authorized;
import java.util.List;
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
      "Tells you what to do in Zoho's API console, exchanges the code from there for a refresh"
          + " token, checks what the token can do, and prints the one line to add to the environment."
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
      ExitCode.UNAVAILABLE + ":Zoho doesn't answer; if a line was printed, its token is unchecked.",
      ExitCode.OF_CONFIG
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  authorize                      asks for the code, hidden on a terminal",
      "  authorize --code 1000.4c...    other users can see it meanwhile"
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
          "The code. Other users of this machine can see it in the process list; without it, the"
              + " command asks for it.")
  private String code = "";

  public AuthorizeCommand(Shell shell, CodePrompt prompt) {
    this.shell = shell;
    this.prompt = prompt;
  }

  @Override
  public Integer call() {
    try {
      printSteps();
      warnOfVisibleCode();
      ZohoApplication application = ZohoApplication.from(shell.environment());
      Optional<Secret> given = CodePrompt.secret(code).or(() -> prompt.ask(shell.err()));
      return given
          .map(secret -> report(Authorization.of(application).redeem(secret)))
          .orElseGet(this::noCode);
    } catch (InvalidConfiguration invalid) {
      shell.err().println("Mailbrake can't authorize yet. " + invalid.lines());
      return ExitCode.CONFIG;
    }
  }

  private void printSteps() {
    try {
      shell.err().println(steps(ZohoConsent.from(shell.environment())));
    } catch (InvalidConfiguration invalid) {
      // Reported below with all problems; steps for the wrong data center would only mislead.
    }
  }

  /** Only a warning: a code works once, and only for minutes. */
  private void warnOfVisibleCode() {
    if (!code.isBlank()) {
      shell
          .err()
          .println(
              "Warning: other users of this machine can see a --code in the process list. Leave"
                  + " --code out to be asked for it.");
    }
  }

  private int noCode() {
    shell.err().println("No code was given.");
    return ExitCode.USAGE;
  }

  private int report(Authorized outcome) {
    outcome.findings().forEach(finding -> shell.err().println(finding.line()));
    shell.err().println();
    shell.err().println(advice(outcome));
    outcome
        .refreshToken()
        .ifPresent(token -> shell.print(List.of("ZOHO_REFRESH_TOKEN=" + token.reveal())));
    return switch (outcome.verdict()) {
      case GRANTED -> ExitCode.OK;
      case REFUSED -> ExitCode.DAMAGED;
      case UNFINISHED -> ExitCode.UNAVAILABLE;
    };
  }

  private static String advice(Authorized outcome) {
    return switch (outcome.verdict()) {
      case GRANTED -> "Add this line to the environment, and keep it nowhere else:";
      case REFUSED -> "There's nothing to add to the environment yet.";
      case UNFINISHED ->
          outcome.refreshToken().isPresent()
              ? "Zoho issued a token and then stopped answering. Add this line to the environment,"
                  + " and run check before you rely on it:"
              : "There's nothing to add to the environment yet. If the code is refused next time,"
                  + " generate a new one.";
    };
  }

  static String steps(ZohoConsent consent) {
    Authentication authentication = consent.authentication();
    String person =
        switch (authentication) {
          case ADMIN -> "an administrator of the organization, who must stay one";
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
