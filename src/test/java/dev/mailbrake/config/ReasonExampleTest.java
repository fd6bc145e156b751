package dev.mailbrake.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailbrake.command.Command.ChangeOutgoing;
import dev.mailbrake.command.CommandParser;
import dev.mailbrake.command.Verb;
import dev.mailbrake.policy.ReasonPattern;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReasonExampleTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INC-\\d+",
        "INC-[0-9]+",
        "^INC-\\d{4,}$",
        "(INC|SEC)-[0-9]+",
        "(?:INC|SEC)-\\d{1,6}\\b",
        "^(SEC|INC)-[0-9]{4,}\\b.*",
        "#\\d+",
        "https://tickets\\.example/\\d+",
        "[A-Z]{2,}-\\d+: \\w+"
      })
  void showsATextThatMatchesThePattern(String pattern) {
    ReasonPattern form = form(pattern);
    assertThat(form.example()).isNotBlank().hasSizeLessThanOrEqualTo(100);
    assertThat(form.pattern().matcher(form.example()).find()).isTrue();
    assertThat(typed(form.example())).isEqualTo(form.example());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ".",
        ".*",
        ".+",
        "\\S",
        "(?i)inc-\\d+",
        "(?=.*INC)(?=.*SEC).{7,}",
        "(?<ticket>INC-\\d+)",
        "INC-\\d++",
        "(a)\\1",
        "\\p{Lu}+-\\d+",
        "^$",
        "x{200}",
        "[\\s\\S]{10,}"
      })
  void isOmittedIfNoneCanBeMade(String pattern) {
    String example = form(pattern).example();
    assertThat(example.isEmpty() || form(pattern).pattern().matcher(example).find()).isTrue();
  }

  private static ReasonPattern form(String pattern) {
    return Variables.configuration("MAILBRAKE_REASON_PATTERN", pattern)
        .authority()
        .reasonPattern()
        .orElseThrow();
  }

  /** The reason that is read where somebody types the example, escaped as Slack sends it. */
  private static String typed(String example) {
    String sent = example.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    return new CommandParser(1, Duration.ofDays(1)).parse(Verb.BLOCK, "r@z.co " + sent)
            instanceof ChangeOutgoing change
        ? change.reason()
        : "(no change)";
  }

  @Test
  void isTheSameAtEveryStart() {
    assertThat(form("[A-Z]+-\\d+").example()).isEqualTo(form("[A-Z]+-\\d+").example());
  }

  @ParameterizedTest
  @ValueSource(strings = {"[A-Z]+-\\d+ .+", "INC-\\d+\\s+.+", "^INC-\\d+ [^-]+"})
  void isAcceptedWhenTyped(String pattern) {
    ReasonPattern form = form(pattern);
    assertThat(form.example()).isNotBlank();
    assertThat(form.pattern().matcher(typed(form.example())).find()).as(form.example()).isTrue();
  }

  @Test
  @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void isOmittedIfTheSearchWouldNeverEnd() {
    assertThat(form("^(?!.*\\btest\\b).{10,}$").example()).isEmpty();
  }

  @ParameterizedTest
  @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  @ValueSource(
      strings = {
        "(.*,){12}INC",
        "((a+)+)+b",
        "^(\\w+\\w+)+$",
        "(\\d+\\d+)+x",
        "(x+x+)+y",
        ".*.*.*.*=.*"
      })
  void refusesAPatternThatAnybodyCouldSlowDown(String pattern) {
    assertThat(Variables.problems("MAILBRAKE_REASON_PATTERN", pattern))
        .singleElement()
        .asString()
        .contains("takes too long on some texts", "Avoid a repetition within a repetition");
  }

  /** Java remembers where a simple loop has failed, so these do not slow it down. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "^(\\w+\\s?)*$",
        "^([a-z]+)*-\\d+$",
        "^(([a-z])+.)+[A-Z]([a-z])+$",
        ".*INC-\\d+.*",
        "^.*(INC|SEC)-\\d+.*because.*$",
        "\\b[A-Z]{2,10}-[0-9]{1,6}\\b"
      })
  void acceptsAPatternThatNothingSlowsDown(String pattern) {
    assertThat(form(pattern).pattern().pattern()).isEqualTo(pattern);
  }
}
