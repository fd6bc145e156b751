package dev.mailbrake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailbrake.command.Verb;
import dev.mailbrake.config.Setting;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Keeps the README short and its words the same as in the code. */
class ReadmeTest {
  private static final int MOST_LINES = 150;

  private final DocsPage readme = DocsPage.of("README.md");

  @Test
  void isShort() {
    assertThat(readme.text().lines().count()).isLessThanOrEqualTo(MOST_LINES);
  }

  @ParameterizedTest
  @EnumSource(Verb.class)
  void listsTheCommandsOfTheCode(Verb verb) {
    assertThat(readme.rows("## Commands"))
        .contains("| `%s %s` | %s |".formatted(verb.command(), verb.arguments(), verb.purpose()));
  }

  @Test
  void listsExactlyTheRequiredSettings() {
    assertThat(readme.rows("### Required settings").map(row -> row.split("`", -1)[1]))
        .containsExactlyElementsOf(
            Arrays.stream(Setting.values())
                .filter(setting -> setting.defaultValue().startsWith(Setting.REQUIRED))
                .map(Setting::name)
                .toList());
  }

  /** Read by {@code .ci/run}. */
  @Test
  void givesTheCommandThatRunsAllTests() {
    assertThat(readme.section("## Tests").filter(line -> line.startsWith("    ")))
        .containsExactly("    mvn -B verify");
  }
}
