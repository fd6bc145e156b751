package dev.mailbrake.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.mailbrake.check.Check;
import dev.mailbrake.check.Finding;
import dev.mailbrake.config.Configuration;
import dev.mailbrake.config.InvalidConfiguration;
import dev.mailbrake.config.InvalidConfiguration.Problem;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "check",
    header = "Check the whole setup without changing anything.",
    description = {
      "",
      "Checks configuration, database, Slack and Zoho with the environment's settings, and prints a"
          + " line for each: ✓ or ✗, what was seen, and what to do. Posts nothing to Slack, and"
          + " changes nothing in Zoho or in the database. It can run alongside the bot: it makes"
          + " three of the thirty requests that Zoho allows per minute.",
      ""
    },
    optionListHeading = "Options:%n",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      ExitCode.OK + ":All checks passed.",
      ExitCode.DAMAGED + ":At least one check failed.",
      ExitCode.OF_USAGE,
      ExitCode.OF_CONFIG
    },
    footerHeading = "%nExamples:%n",
    footer = {"  check", "  check --json | jq '.findings[] | select(.holds | not)'"},
    exitCodeOnInvalidInput = ExitCode.USAGE,
    sortOptions = false)
public final class CheckCommand implements Callable<Integer> {
  private static final String CONFIGURATION = "Configuration";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Shell shell;
  private final Function<Configuration, List<Check>> checks;

  @Option(names = "--json", description = "Print one JSON object instead: holds, findings.")
  private boolean asJson;

  /**
   * @param checks what to check once the configuration is valid
   */
  public CheckCommand(Shell shell, Function<Configuration, List<Check>> checks) {
    this.shell = shell;
    this.checks = checks;
  }

  @Override
  public Integer call() {
    try {
      Configuration configuration = Configuration.from(shell.environment());
      Checkup checkup = Checkup.of(all(configuration));
      print(checkup);
      return checkup.holds() ? ExitCode.OK : ExitCode.DAMAGED;
    } catch (InvalidConfiguration invalid) {
      print(incomplete(invalid.problems()));
      return ExitCode.CONFIG;
    }
  }

  private List<Check> all(Configuration configuration) {
    Check settings = () -> List.of(Finding.good(CONFIGURATION, "all settings are valid"));
    return Stream.concat(Stream.of(settings), checks.apply(configuration).stream()).toList();
  }

  private static Checkup incomplete(List<Problem> problems) {
    return new Checkup(
        Stream.concat(
                problems.stream()
                    .map(each -> Finding.bad(CONFIGURATION, each.seen(), each.remedy())),
                Stream.of(Finding.skipped("Database, Slack and Zoho", CONFIGURATION)))
            .toList());
  }

  private void print(Checkup checkup) {
    PrintWriter out = new PrintWriter(shell.out(), false, StandardCharsets.UTF_8);
    if (asJson) {
      out.println(json(checkup));
    } else {
      checkup.findings().stream().map(FindingLine::of).forEach(out::println);
    }
    out.flush();
  }

  private static String json(Checkup checkup) {
    try {
      return JSON.writeValueAsString(
          Map.of("holds", checkup.holds(), "findings", checkup.findings()));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a finding is plain text", impossible);
    }
  }

  static final class FindingLine {
    private FindingLine() {}

    static String of(Finding finding) {
      return finding.holds()
          ? "✓ %s: %s".formatted(finding.subject(), finding.seen())
          : "✗ %s: %s. %s".formatted(finding.subject(), finding.seen(), finding.remedy());
    }
  }

  public record Checkup(List<Finding> findings) {

    public Checkup {
      findings = List.copyOf(findings);
    }

    public static Checkup of(List<Check> checks) {
      return new Checkup(checks.stream().flatMap(check -> check.look().stream()).toList());
    }

    public boolean holds() {
      return findings.stream().allMatch(Finding::holds);
    }
  }
}
