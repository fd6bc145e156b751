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

/**
 * {@code authorize}: from a code of Zoho's API console to the line for the environment. That line
 * alone goes to the output, so it can be sent to a file; all that is said goes to the errors.
 */
@Command(
    name = "authorize",
    header = "Turn a code of Zoho's API console into a refresh token.",
    description = {
      "",
      "Says what to do at Zoho's API console, trades the code that comes from there for a refresh"
          + " token, looks at what the token is good for, and prints the one line to put into the"
          + " environment. Changes no mailbox.",
      "",
      "Needs ZOHO_CLIENT_ID and ZOHO_CLIENT_SECRET, and takes ZOHO_DATA_CENTER,"
          + " ZOHO_AUTHENTICATION and ZOHO_ORGANIZATION_ID into account. The line alone goes to"
          + " standard output.",
      ""
    },
    optionListHeading = "Options:%n",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      ExitCode.OK + ":The token is fit for use, and its line was printed.",
      ExitCode.DAMAGED + ":Zoho refused, or the token is not fit; no line was printed.",
      ExitCode.USAGE + ":The command line cannot be understood, or no code was given.",
      ExitCode.UNAVAILABLE + ":Zoho does not answer; a line that was printed was not looked at.",
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
          "The code. Other users of this machine can see it in the list of processes; without it, or"
              + " without a value, it is asked for.")
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
      // It is told with every other problem: no steps are better than those of a wrong place.
    }
  }

  /** A code works once and for minutes, so this is for whoever shares the machine to judge. */
  private void warnOfCode() {
    if (!code.isBlank()) {
      shell
          .err()
          .println(
              "Warning: other users of this machine can see a code given by --code in the list of"
                  + " processes. Leave --code out, and you are asked for it.");
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
      case GRANTED -> "Put this line into the environment, and nowhere else:";
      case REFUSED -> "There is nothing to put into the environment yet.";
      case UNFINISHED ->
          outcome.refreshToken().isPresent()
              ? "Zoho gave a token and then did not answer. Put this line into the environment, and"
                  + " run check before you rely on it:"
              : "There is nothing to put into the environment yet. If the code is refused next"
                  + " time, generate a new one.";
    };
  }

  /** What to do at Zoho's API console, as a text. Pure. */
  static final class AuthorizeSteps {
    private AuthorizeSteps() {}

    static String of(ZohoConsent approvals) {
      Authentication authentication = approvals.authentication();
      String person =
          switch (authentication) {
            case ADMIN -> "an administrator of the organisation, who must stay one";
            case USER -> "the user whose own mailbox it is about";
          };
      return """
          To let Mailbrake act in Zoho Mail (ZOHO_DATA_CENTER=%s, ZOHO_AUTHENTICATION=%s):
            1. Sign in at %s as %s.
               Mailbrake acts as that person.
            2. Choose the Self Client, or make it by Add Client. Its Client ID goes into ZOHO_CLIENT_ID
               and its Client Secret into ZOHO_CLIENT_SECRET.
            3. In its tab Generate Code enter exactly these scopes:
               %s
               and the longest duration. Choose Zoho Mail and the organisation if asked.
            4. Enter the code here within that duration. It works once.
          """
          .formatted(
              approvals.dataCenter().code(),
              authentication.name().toLowerCase(Locale.ROOT),
              approvals.dataCenter().console(),
              person,
              authentication.scopeList());
    }
  }
}
