package dev.mailbrake.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mailbrake.sandbox.MovableClock;
import dev.mailbrake.sandbox.zoho.FakeZoho;
import dev.mailbrake.sandbox.zoho.RequestKind;
import dev.mailbrake.sandbox.zoho.SampleOrganization;
import dev.mailbrake.sandbox.zoho.ZohoFault;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class AuthorizeCommandTest {
  private static final String LINE =
      "ZOHO_REFRESH_TOKEN=" + FakeZoho.REFRESH_TOKEN + System.lineSeparator();

  private final MovableClock clock = new MovableClock();
  @AutoClose private final FakeZoho zoho = FakeZoho.start(clock);
  private final Map<String, String> environment =
      new HashMap<>(
          Map.of(
              "ZOHO_CLIENT_ID",
              FakeZoho.CLIENT_ID,
              "ZOHO_CLIENT_SECRET",
              FakeZoho.CLIENT_SECRET,
              "ZOHO_ACCOUNTS_URL",
              zoho.url().toString(),
              "ZOHO_MAIL_URL",
              zoho.url().toString()));
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void printsOneLineForTheEnvironment() {
    assertThat(run("--code", zoho.newGrantCode())).isZero();

    assertThat(out).hasToString(LINE);
    assertThat(said())
        .startsWith("To authorize Mailbrake in Zoho Mail")
        .contains("✓ Zoho code", "✓ Zoho administrator role")
        .doesNotContain("✗");
  }

  @Test
  void warnsThatACodeOnTheCommandLineCanBeSeen() {
    run("--code", zoho.newGrantCode());

    assertThat(said()).contains("Warning: other users of this machine can see a --code in");
  }

  @Test
  void doesNotWarnIfTheCodeIsPrompted() {
    runWith(zoho.newGrantCode() + "\n");
    runWith(zoho.newGrantCode() + "\n", "--code");

    assertThat(said()).doesNotContain("Warning");
  }

  @Test
  void promptsForTheCodeIfNoneIsGiven() {
    assertThat(runWith(" " + zoho.newGrantCode() + " \n")).isZero();
    assertThat(runWith(zoho.newGrantCode() + "\n", "--code")).isZero();

    assertThat(out).hasToString(LINE + LINE);
    assertThat(said()).contains("Code: ").doesNotContain("fake-grant-code");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "  \n"})
  void endsWithoutACode(String typed) {
    assertThat(runWith(typed)).isEqualTo(64);

    assertThat(said()).contains("No code was given.");
    assertThat(zoho.requests()).isEmpty();
  }

  @Test
  void refusesAUsedCode() {
    String code = zoho.newGrantCode();
    run("--code", code);
    out.reset();

    assertRefused(1, code, "invalid_code", "generate a new one");
  }

  @Test
  void refusesAnExpiredCode() {
    String code = zoho.newGrantCode();
    clock.passes(Duration.ofMinutes(3));

    assertRefused(1, code, "invalid_code", "for the few minutes chosen with it");
  }

  @ParameterizedTest
  @CsvSource({
    "ZOHO_CLIENT_ID, 1000.OTHER, (invalid_client), us doesn't know the client ID",
    "ZOHO_CLIENT_SECRET, other, (invalid_client_secret), Set ZOHO_CLIENT_SECRET",
    "ZOHO_ORGANIZATION_ID, 1, belongs to 76006415, Remove ZOHO_ORGANIZATION_ID"
  })
  void namesTheInvalidSetting(String key, String value, String seen, String remedy) {
    environment.put(key, value);

    assertRefused(1, zoho.newGrantCode(), seen, remedy);
  }

  @Test
  void recommendsNoTokenThatLacksAScope() {
    zoho.setScopes(Set.of("ZohoMail.organization.accounts.READ", "ZohoMail.accounts.READ"));

    assertRefused(
        1,
        zoho.newGrantCode(),
        "the token is missing ZohoMail.organization.accounts.UPDATE",
        "nothing to add to the environment");
  }

  @Test
  void recommendsNoTokenOfANonAdministrator() {
    zoho.setOwner(SampleOrganization.REBECCA);

    assertRefused(1, zoho.newGrantCode(), "Zoho administrator role", "must be an administrator");
  }

  @Test
  void acceptsTheTokenOfAMemberForThatMembersMailbox() {
    environment.put("ZOHO_AUTHENTICATION", "user");
    zoho.setOwner(SampleOrganization.REBECCA);
    zoho.setScopes(Set.of("ZohoMail.accounts.READ", "ZohoMail.accounts.UPDATE"));

    assertThat(run("--code", zoho.newGrantCode())).isZero();
    assertThat(out).hasToString(LINE);
  }

  @Test
  void saysThatThereWasNoRefreshToken() {
    zoho.settings().refreshTokenGiven(false);

    assertRefused(1, zoho.newGrantCode(), "but no refresh token", "wait that long");
  }

  @Test
  void saysThatZohoCannotBeReached() {
    String code = zoho.newGrantCode();
    zoho.close();

    assertRefused(69, code, "cannot be reached", "try again");
  }

  @ParameterizedTest
  @EnumSource(
      names = {"DOWN", "HTML", "EMPTY", "RESET", "TOKEN_THROTTLED_200", "TOKEN_THROTTLED_400"})
  void asksToTryAgainIfZohoGivesNoTokenNow(ZohoFault fault) {
    zoho.inject(fault);

    assertRefused(69, zoho.newGrantCode(), "✗ Zoho code", "try again");
  }

  /** The code is used up, and Zoho gives only so many refresh tokens. */
  @ParameterizedTest
  @EnumSource(names = {"DOWN", "HANG_UP", "THROTTLED"})
  void keepsATokenThatCouldNotBeFullyChecked(ZohoFault fault) {
    zoho.inject(fault.on(RequestKind.READ));

    assertThat(run("--code", zoho.newGrantCode())).isEqualTo(69);

    assertThat(out).hasToString(LINE);
    assertThat(said()).contains("run check before you rely on it");
  }

  @Test
  void printsTheStepsAndThenWhatIsMissing() {
    environment.remove("ZOHO_CLIENT_ID");
    environment.remove("ZOHO_CLIENT_SECRET");

    assertThat(run()).isEqualTo(78);

    assertThat(said())
        .contains(
            "https://api-console.zoho.com", "ZOHO_CLIENT_ID is required", "ZOHO_CLIENT_SECRET is");
  }

  @Test
  void printsNoStepsForAnUnknownDataCenter() {
    environment.put("ZOHO_DATA_CENTER", "mars");
    environment.remove("ZOHO_CLIENT_ID");

    assertThat(run()).isEqualTo(78);

    assertThat(said())
        .contains("ZOHO_DATA_CENTER must be one of", "ZOHO_CLIENT_ID is required")
        .doesNotContain("api-console");
  }

  @Test
  void changesNothingAtZoho() {
    run("--code", zoho.newGrantCode());

    assertThat(zoho.requests())
        .extracting(sent -> sent.method() + " " + sent.path())
        .containsExactly(
            "POST /oauth/v2/token",
            "GET /api/accounts",
            "GET /api/organization/76006415/accounts/9007199254741811");
    assertThat(zoho.requests().get(0).body())
        .contains("grant_type=authorization_code", "code=***")
        .doesNotContain("redirect_uri");
  }

  @Test
  void printsItsHelp() {
    assertThat(run("--help")).isZero();

    assertThat(out.toString(UTF_8)).contains("--code", "Exit codes:", "78", "Examples:");
  }

  @Test
  void refusesUnknownOptions() {
    assertThat(run("--kode", "1")).isEqualTo(64);
  }

  private void assertRefused(int status, String code, String... words) {
    assertThat(run("--code", code)).isEqualTo(status);
    assertThat(out.size()).as("nothing for the environment").isZero();
    assertThat(said()).contains(words);
  }

  private int run(String... arguments) {
    return runWith("", arguments);
  }

  private int runWith(String typed, String... arguments) {
    CodePrompt prompt = CodePrompt.of(null, new ByteArrayInputStream(typed.getBytes(UTF_8)));
    PrintWriter errors = new PrintWriter(err, true, UTF_8);
    Shell shell = new Shell(environment, clock, "ada", out, errors);
    return HelpOption.on(new CommandLine(new AuthorizeCommand(shell, prompt)))
        .setOut(new PrintWriter(out, true, UTF_8))
        .setErr(errors)
        .execute(arguments);
  }

  /** Standard error, which must contain no secret. */
  private String said() {
    assertThat(err.toString(UTF_8))
        .doesNotContain(FakeZoho.CLIENT_SECRET, FakeZoho.REFRESH_TOKEN, "1000.fake-");
    return err.toString(UTF_8);
  }
}
