package dev.mailbrake.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an invalid environment reports: all problems at once, each with key, fault and example. */
class ProblemsTest {

  @Test
  void listsEveryRequiredKeyForAnEmptyEnvironment() {
    assertThat(Variables.problems(Map.of()))
        .hasSameSizeAs(requiredKeys())
        .allMatch(problem -> problem.matches("(\\S+) .+\\. For example: \\1=.+"))
        .extracting(problem -> problem.split(" ", 2)[0])
        .containsExactlyInAnyOrderElementsOf(requiredKeys());
  }

  @ParameterizedTest
  @MethodSource("requiredKeys")
  void reportsEachMissingRequiredKeyAlone(String key) {
    assertThat(Variables.problems(key, " "))
        .singleElement()
        .asString()
        .startsWith(key + " ")
        .contains(". For example: " + key + "=");
  }

  static List<String> requiredKeys() {
    return Arrays.stream(Setting.values())
        .filter(setting -> setting.defaultValue().startsWith(Setting.REQUIRED))
        .map(Setting::name)
        .toList();
  }

  @Test
  void agreesWithTheDocumentedRequiredKeys() {
    assertThat(requiredKeys()).containsExactlyInAnyOrderElementsOf(Variables.MINIMAL.keySet());
  }

  @Test
  void reportsSeveralProblemsTogether() {
    assertThat(
            Variables.problems(
                "SLACK_BOT_TOKEN", "xoxp-user-token",
                "ZOHO_DATA_CENTER", "mars",
                "MAILBRAKE_APPROVERS", "@ada",
                "MAILBRAKE_REASON_PATTERN", "(",
                "MAILBRAKE_CONFIRM_WITHIN", "soon",
                "MAILBRAKE_CHANELS", "C0MAILSEC1",
                "PORT", "http"))
        .extracting(problem -> problem.split(" ", 2)[0])
        .containsExactlyInAnyOrder(
            "SLACK_BOT_TOKEN",
            "ZOHO_DATA_CENTER",
            "MAILBRAKE_APPROVERS",
            "MAILBRAKE_REASON_PATTERN",
            "MAILBRAKE_CONFIRM_WITHIN",
            "MAILBRAKE_CHANELS",
            "PORT");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          SLACK_BOT_TOKEN           => xoxp-1    => doesn't have the right form
          ZOHO_DATA_CENTER          => EU        => must be one of ae, au, ca, cn, eu, in, jp, sa, uk, us
          ZOHO_AUTHENTICATION       => root      => must be one of admin, user
          ZOHO_ORGANIZATION_ID      => zylker    => must be a number
          ZOHO_REQUESTS_PER_MINUTE  => 2         => must be a number from 3 to 100000
          ZOHO_REQUESTS_PER_MINUTE  => 1e3       => must be a number from 3 to 100000
          MAILBRAKE_APPROVERS       => @ada      => has entries that don't have the right form: @ada
          MAILBRAKE_APPROVERS       => ada, U0ADA00001 => has entries that don't have the right form: ada
          MAILBRAKE_APPROVERS       => u0ada0001 => has entries that don't have the right form: u0ada0001
          MAILBRAKE_APPROVERS       => C0GENERAL => has entries that don't have the right form: C0GENERAL
          MAILBRAKE_APPROVERS       => ,         => names nobody
          MAILBRAKE_CHANNELS        => #general  => has entries that don't have the right form: #general
          MAILBRAKE_CHANNELS        => U0ADA0001 => has entries that don't have the right form: U0ADA0001
          MAILBRAKE_PROTECTED       => ceo       => has entries that don't have the right form: ceo
          MAILBRAKE_PROTECTED       => a@z.co, @ada, b@z => has entries that don't have the right form: @ada, b@z
          MAILBRAKE_AUDIT_CHANNEL   => #audit    => must be the ID of a channel
          MAILBRAKE_AUDIT_CHANNEL   => U0ADA0001 => must be the ID of a channel
          MAILBRAKE_AUDIT_CHANNEL   => D0DIRECT1 => must be the ID of a channel
          MAILBRAKE_AUDIT_CHANNEL   => c0audit01 => must be the ID of a channel
          MAILBRAKE_AUDIT_CHANNEL   => C         => must be the ID of a channel
          MAILBRAKE_AUDIT_CHANNEL   => C0A,C0B   => must be the ID of a channel
          MAILBRAKE_HOURLY_BLOCKS   => -1        => must be a number from 0 to 100000
          MAILBRAKE_HOURLY_BLOCKS   => 100001    => must be a number from 0 to 100000
          MAILBRAKE_HOURLY_BLOCKS   => twenty    => must be a number from 0 to 100000
          MAILBRAKE_BLOCK_APPROVALS => 3         => must be a number from 1 to 2
          MAILBRAKE_UNBLOCK_APPROVALS => 0       => must be a number from 1 to 2
          MAILBRAKE_REASON_PATTERN  => (INC      => is not a regular expression: Unclosed group
          MAILBRAKE_REASON_PATTERN  => [a-       => is not a regular expression
          MAILBRAKE_CONFIRM_WITHIN  => 0m        => must be a duration from 1m to 1d
          MAILBRAKE_CONFIRM_WITHIN  => 25h       => must be a duration from 1m to 1d
          MAILBRAKE_CONFIRM_WITHIN  => 10        => must be a duration from 1m to 1d
          MAILBRAKE_MAX_BLOCK       => 4m        => must be a duration from 5m to 366d
          MAILBRAKE_MAX_BLOCK       => 53w       => must be a duration from 5m to 366d
          MAILBRAKE_MAX_MAILBOXES   => 0         => must be a number from 1 to 10
          MAILBRAKE_MAX_MAILBOXES   => 11        => must be a number from 1 to 10
          MAILBRAKE_DRY_RUN         => yes       => must be one of false, true
          MAILBRAKE_LOG_FORMAT      => xml       => must be one of json, text
          PORT                      => 65536     => must be a number from 0 to 65535
          PORT                      => -1        => must be a number from 0 to 65535
          PORT                      => 99999999999999999999 => must be a number from 0 to 65535
          """)
  void namesKeyFaultAndExampleOfEach(String key, String value, String fault) {
    assertThat(Variables.problems(key, value))
        .singleElement()
        .asString()
        .startsWith(key + " " + fault)
        .containsPattern("\\. For example: " + key + "=.+");
  }

  @ParameterizedTest
  @CsvSource({
    "MAILBRAKE_CONFIRM_WITHIN, 1m",
    "MAILBRAKE_CONFIRM_WITHIN, 24h",
    "MAILBRAKE_CONFIRM_WITHIN, 1d",
    "MAILBRAKE_MAX_BLOCK, 5m",
    "MAILBRAKE_MAX_BLOCK, 366d",
    "MAILBRAKE_MAX_MAILBOXES, 1",
    "MAILBRAKE_MAX_MAILBOXES, 10",
    "MAILBRAKE_BLOCK_APPROVALS, 1",
    "MAILBRAKE_BLOCK_APPROVALS, 2",
    "MAILBRAKE_UNBLOCK_APPROVALS, 2",
    "MAILBRAKE_HOURLY_BLOCKS, 0",
    "MAILBRAKE_HOURLY_BLOCKS, 100000",
    "MAILBRAKE_AUDIT_CHANNEL, C0AUDIT001",
    "MAILBRAKE_AUDIT_CHANNEL, G0PRIVATE1",
    "ZOHO_REQUESTS_PER_MINUTE, 3",
    "PORT, 65535"
  })
  void acceptsValuesAtTheLimit(String key, String value) {
    assertThat(Variables.problems(key, value)).isEmpty();
  }

  @Test
  void reportsAnUnknownMailbrakeKeyAndIgnoresOthers() {
    assertThat(Variables.problems("MAILBRAKE_CHANELS", "C0MAILSEC1", "HOME", "/", "SLACK_X", "1"))
        .containsExactly(
            "MAILBRAKE_CHANELS isn't a setting of Mailbrake. Check its spelling, or remove it.");
  }

  @Test
  void refusesAnInvalidAppTokenWithoutShowingIt() {
    assertThat(Variables.problems("SLACK_APP_TOKEN", "xoxb-app-secret"))
        .singleElement()
        .asString()
        .startsWith("SLACK_APP_TOKEN ")
        .contains("right form", "xapp-…")
        .doesNotContain("secret");
  }

  @Test
  void reportsMissingApprovers() {
    assertThat(Variables.problems("MAILBRAKE_APPROVERS", ""))
        .singleElement()
        .asString()
        .startsWith("MAILBRAKE_APPROVERS is not set, so nobody could use Mailbrake");
  }

  @Test
  void requiresTheSigningSecretWithoutAnAppToken() {
    assertThat(Variables.problems("SLACK_SIGNING_SECRET", ""))
        .singleElement()
        .asString()
        .startsWith("SLACK_SIGNING_SECRET is required");
  }

  @ParameterizedTest
  @ValueSource(strings = {"short", "fifteen-letters", "long enough but with spaces"})
  void refusesAGuessableMetricsTokenWithoutShowingIt(String token) {
    assertThat(Variables.problems("MAILBRAKE_METRICS_TOKEN", token))
        .singleElement()
        .asString()
        .startsWith("MAILBRAKE_METRICS_TOKEN must have 16")
        .doesNotContain(token);
  }

  @Test
  void requiresAPortForMetricsInSocketMode() {
    Map<String, String> socket =
        Variables.minimalAnd(
            "SLACK_APP_TOKEN", "xapp-1", "MAILBRAKE_METRICS_TOKEN", "0123456789abcdef");
    assertThat(Variables.problems(socket)).singleElement().asString().startsWith("PORT ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"C0MAILSEC1", "G0PRIVATE1"})
  void requiresAChannelsId(String id) {
    assertThat(Variables.problems("MAILBRAKE_CHANNELS", id)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {",", " , ", ",,"})
  void refusesAProtectedListThatNamesNoMailbox(String none) {
    assertThat(Variables.problems("MAILBRAKE_PROTECTED", none))
        .singleElement()
        .asString()
        .startsWith("MAILBRAKE_PROTECTED names no address");
  }

  @ParameterizedTest
  @ValueSource(strings = {",", " , ", ",,"})
  void refusesAChannelListThatNamesNoChannel(String none) {
    assertThat(Variables.problems("MAILBRAKE_CHANNELS", none))
        .singleElement()
        .asString()
        .startsWith("MAILBRAKE_CHANNELS ");
  }
}
