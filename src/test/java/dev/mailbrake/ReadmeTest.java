package dev.mailbrake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailbrake.command.Verb;
import dev.mailbrake.config.Authentication;
import dev.mailbrake.config.Setting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Holds README and code to the same words. */
class ReadmeTest {
  private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:|#)([^)#]+)");

  private static final Pattern TEST = Pattern.compile("`(\\w+(?:Test|IT))\\.(\\w+)`");

  private final String readme = read();

  private static String read() {
    try {
      return Files.readString(Path.of("README.md"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void listsTheSettingsOfTheCodeInTheirOrder() {
    assertThat(rows("## Configuration"))
        .containsExactlyElementsOf(
            Arrays.stream(Setting.values())
                .map(
                    setting ->
                        "| `%s` | %s | %s |"
                            .formatted(setting, setting.meaning(), setting.otherwise()))
                .toList());
  }

  @ParameterizedTest
  @EnumSource(Verb.class)
  void listsTheCommandsOfTheCode(Verb verb) {
    assertThat(rows("## Commands"))
        .contains("| `%s %s` | %s |".formatted(verb.command(), verb.arguments(), verb.purpose()));
  }

  @ParameterizedTest
  @EnumSource(Authentication.class)
  void namesTheScopesOfTheCode(Authentication authentication) {
    assertThat(readme).contains("`" + authentication.scopeList() + "`");
  }

  /** A promise without its test would be a guess. */
  @Test
  void backsEachLineOfWhatHappensWhenByTestsThatExist() {
    assertThat(rows("## What happens when…"))
        .isNotEmpty()
        .allSatisfy(
            row ->
                assertThat(TEST.matcher(row).results().toList())
                    .isNotEmpty()
                    .allSatisfy(
                        test -> assertThat(isThere(test.group(1), test.group(2))).isTrue()));
  }

  private static boolean isThere(String type, String method) {
    try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
      Path file =
          files
              .filter(it -> it.endsWith(type + ".java"))
              .findFirst()
              .orElseThrow(AssertionError::new);
      return Files.readString(file).contains("void " + method + "(");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void linksToFilesThatAreThere() {
    assertThat(LINK.matcher(readme).results().map(link -> Path.of(link.group(1))))
        .isNotEmpty()
        .allMatch(Files::exists);
  }

  /** The rows of the first table in a section, without its head. */
  private Stream<String> rows(String heading) {
    return readme
        .lines()
        .dropWhile(line -> !line.equals(heading))
        .dropWhile(line -> !line.startsWith("| ---"))
        .skip(1)
        .takeWhile(line -> line.startsWith("|"));
  }
}
