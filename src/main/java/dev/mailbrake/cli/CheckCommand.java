package dev.mailbrake.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.cfg.EnumFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.mailbrake.check.Check;
import dev.mailbrake.check.Finding;
import dev.mailbrake.config.Configuration;
import dev.mailbrake.config.InvalidConfiguration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "check",
    header = "Check the whole setup without changing anything.",
    description = {
      "",
      "Checks configuration, database, Slack and Zoho with the environment's settings, and prints a"
          + " line for each: a mark, what was seen, and what to do. Posts nothing to Slack, and"
          + " changes nothing in Zoho or in the database. It can run alongside the bot: it makes"
          + " three of the thirty requests that Zoho allows per minute.",
      "",
      "✓ passed   ✗ failed   – skipped, or can't be checked from here",
      ""
    },
    optionListHeading = "Options:%n",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      ExitCode.OK + ":All checks passed; what can't be checked doesn't count.",
      ExitCode.DAMAGED + ":At least one check failed.",
      ExitCode.OF_USAGE,
      ExitCode.OF_CONFIG
    },
    footerHeading = "%nExamples:%n",
    footer = {"  check", "  check --json | jq '.findings[] | select(.result == \"failed\")'"},
    exitCodeOnInvalidInput = ExitCode.USAGE,
    sortOptions = false)
public final class CheckCommand implements Callable<Integer> {
  private static final String CONFIGURATION = "Configuration";
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
          .enable(JsonWriteFeature.ESCAPE_NON_ASCII) // whatever the terminal shows
          .build();

  private final Shell shell;
  private final Function<Configuration, List<Check>> checks;

  @Option(
      names = "--json",
      description =
          "Print one JSON object instead: holds, findings (subject, result, seen, remedy).")
  private boolean asJson;

  /** Runs {@code checks} once the configuration is valid. */
  public CheckCommand(Shell shell, Function<Configuration, List<Check>> checks) {
    this.shell = shell;
    this.checks = checks;
  }

  @Override
  public Integer call() {
    List<Finding> findings = new ArrayList<>();
    try {
      Configuration configuration = Configuration.from(shell.environment());
      findings.add(Finding.good(CONFIGURATION, "all settings are valid"));
      checks.apply(configuration).forEach(check -> findings.addAll(check.look()));
      return print(findings) ? ExitCode.OK : ExitCode.DAMAGED;
    } catch (InvalidConfiguration invalid) {
      invalid
          .problems()
          .forEach(each -> findings.add(Finding.bad(CONFIGURATION, each.seen(), each.remedy())));
      findings.add(Finding.skipped("Database, Slack and Zoho", CONFIGURATION));
      print(findings);
      return ExitCode.CONFIG;
    }
  }

  /** Returns whether none of them failed. */
  private boolean print(List<Finding> findings) {
    boolean allHold = findings.stream().noneMatch(Finding::failed);
    shell.print(
        asJson ? List.of(json(allHold, findings)) : findings.stream().map(Finding::line).toList());
    return allHold;
  }

  private static String json(boolean allHold, List<Finding> findings) {
    try {
      return JSON.writeValueAsString(Map.of("holds", allHold, "findings", findings));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a finding is plain text", impossible);
    }
  }
}
