package dev.mailbrake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailbrake.cli.Shell;
import dev.mailbrake.config.Authentication;
import dev.mailbrake.config.Setting;
import dev.mailbrake.slack.check.SlackScopes;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** Checks the pages against the code and each other. */
class PagesTest {
  private static final Pattern TEST = Pattern.compile("`(\\w+(?:Test|IT))\\.(\\w+)`");
  private static final Pattern COMMAND = Pattern.compile("\\| `([a-z]+(?: [a-z]+)?)[^a-z].*");
  private static final Pattern NUMBER = Pattern.compile("\\b[0-9]+\\b");
  private static final Pattern QUOTE = Pattern.compile("“([^”]+)”");

  /** Success and a wrong command line, which are the same for all commands. */
  private static final Set<String> SAID_ONCE = Set.of("0", "64");

  static List<DocsPage> pages() {
    return DocsPage.all();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void linkToFilesAndHeadingsThatExist(DocsPage page) {
    assertThat(page.links()).isNotEmpty().allMatch(DocsPage.Link::leadsSomewhere);
  }

  @Test
  void areAllLinkedFromTheReadme() {
    DocsPage readme = DocsPage.of("README.md");
    assertThat(readme.links().map(DocsPage.Link::file))
        .containsAll(
            DocsPage.all().stream()
                .map(DocsPage::file)
                .filter(file -> !file.equals(readme.file()))
                .toList());
  }

  @Test
  void listTheCodesSettingsInOrder() {
    assertThat(DocsPage.of("src/docs/configuration.md").rows("## Settings"))
        .containsExactlyElementsOf(
            Arrays.stream(Setting.values())
                .map(
                    setting ->
                        "| `%s` | %s | %s |"
                            .formatted(setting, setting.meaning(), setting.defaultValue()))
                .toList());
  }

  @Test
  void nameTheSlackScopesOfTheCode() {
    assertThat(DocsPage.of("src/docs/install.md").text())
        .contains(SlackScopes.NEEDED.stream().map("`%s`"::formatted).toList());
  }

  @ParameterizedTest
  @EnumSource(Authentication.class)
  void nameTheZohoScopesOfTheCode(Authentication authentication) {
    assertThat(DocsPage.of("src/docs/install.md").text())
        .contains("`" + authentication.scopeList() + "`");
  }

  @Test
  void listTheServerCommandsWithTheirExitCodes() {
    assertThat(documented()).isNotEmpty().isEqualTo(coded(commandLine()));
  }

  private static Map<String, Set<String>> documented() {
    return DocsPage.of("src/docs/operations.md")
        .rows("## Commands on the server")
        .collect(
            Collectors.toMap(
                row -> COMMAND.matcher(row).replaceAll("$1"),
                row -> codes(NUMBER.matcher(lastCell(row)).results().map(it -> it.group())),
                (one, other) -> other,
                TreeMap::new));
  }

  private static String lastCell(String row) {
    return row.substring(row.lastIndexOf(" | "));
  }

  private static Map<String, Set<String>> coded(CommandLine line) {
    Map<String, Set<String>> all = new TreeMap<>();
    for (CommandLine command : line.getSubcommands().values()) {
      all.putAll(coded(command));
    }
    if (all.isEmpty()) {
      String name = line.getCommandSpec().qualifiedName().replaceFirst("^mailbrake ", "");
      var listed = line.getCommandSpec().usageMessage().exitCodeList().keySet();
      all.put(name, codes(listed.stream()));
    }
    return all;
  }

  private static Set<String> codes(Stream<String> codes) {
    return codes
        .filter(code -> !SAID_ONCE.contains(code))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static CommandLine commandLine() {
    return Mailbrake.line(
        new Shell(
            Map.of(),
            Clock.fixed(Instant.EPOCH, ZoneOffset.UTC),
            "",
            OutputStream.nullOutputStream(),
            new PrintWriter(Writer.nullWriter())));
  }

  /** A promise without a test would be a guess. */
  @Test
  void backEachGuaranteeWithTestsThatExist() {
    assertThat(DocsPage.of("src/docs/guarantees.md").rows("## What happens when…"))
        .isNotEmpty()
        .allSatisfy(
            row ->
                assertThat(TEST.matcher(row).results().toList())
                    .isNotEmpty()
                    .allSatisfy(
                        test -> assertThat(isThere(test.group(1), test.group(2))).isTrue()));
  }

  private static boolean isThere(String type, String method) {
    return files("src/test/java")
        .filter(file -> file.endsWith(type + ".java"))
        .anyMatch(file -> DocsPage.of(file).text().contains("void " + method + "("));
  }

  /** Somebody who searches for a message on their screen must find it. */
  @Test
  void quoteInTroubleshootingWhatTheProgramSays() {
    String page = DocsPage.of("src/docs/troubleshooting.md").text().replaceAll("\\s+", " ");
    String program =
        files("src/main/java")
            .map(file -> DocsPage.of(file).text().replaceAll("\"\\s*\\+\\s*\"", ""))
            .collect(Collectors.joining());
    assertThat(QUOTE.matcher(page).results().flatMap(quote -> fragments(quote.group(1))))
        .isNotEmpty()
        .allSatisfy(words -> assertThat(program).as(words).contains(words));
  }

  /** The parts between the places where a message names something. */
  private static Stream<String> fragments(String quote) {
    return Arrays.stream(quote.split("…", -1)).map(String::strip).filter(it -> it.length() > 1);
  }

  private static Stream<Path> files(String folder) {
    try (Stream<Path> files = Files.walk(Path.of(folder))) {
      return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
