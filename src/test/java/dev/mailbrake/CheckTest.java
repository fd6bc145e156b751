package dev.mailbrake;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mailbrake.cli.Shell;
import dev.mailbrake.sandbox.BotEnvironment;
import dev.mailbrake.sandbox.MovableClock;
import dev.mailbrake.sandbox.SandboxMode;
import dev.mailbrake.sandbox.database.FreshDatabase;
import dev.mailbrake.sandbox.slack.FakeSlack;
import dev.mailbrake.sandbox.slack.people.SampleWorkspace;
import dev.mailbrake.sandbox.slack.people.SlackUser;
import dev.mailbrake.sandbox.slack.webapi.SlackCall;
import dev.mailbrake.sandbox.slack.webapi.SlackFault;
import dev.mailbrake.sandbox.zoho.FakeZoho;
import dev.mailbrake.sandbox.zoho.ZohoFault;
import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The whole check, from the command line to FakeSlack and FakeZoho. */
@Tag("sqlite")
class CheckTest {
  private final MovableClock clock = new MovableClock();
  @AutoClose private final FakeSlack slack = FakeSlack.start(clock);
  @AutoClose private final FakeZoho zoho = FakeZoho.start(clock);
  private final Map<String, String> others = new HashMap<>();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  @TempDir private Path directory;
  private Charset terminal = UTF_8;

  @ParameterizedTest
  @EnumSource(SandboxMode.class)
  void passesForACompleteSetUpAndChangesNothing(SandboxMode mode) {
    others.put("MAILBRAKE_AUDIT_CHANNEL", SampleWorkspace.MAIL_AUDIT);
    others.put("MAILBRAKE_CHANNELS", SampleWorkspace.MAIL_SECURITY);

    assertThat(check(mode)).as("%s", out).isZero();

    assertThat(out.toString(UTF_8).lines())
        .noneMatch(line -> line.startsWith("✗ "))
        .anyMatch(line -> line.startsWith("✓ Configuration: "))
        .anyMatch(line -> line.startsWith("✓ Database: "))
        .anyMatch(line -> line.startsWith("✓ Slack scopes: "))
        .anyMatch(line -> line.startsWith("– Audit channel: "))
        .anyMatch(line -> line.startsWith("– Channels: "))
        .anyMatch(line -> line.startsWith("– Zoho write permission: "))
        .anyMatch(line -> line.startsWith("✓ Zoho administrator role: "));
    assertThat(zoho.requests())
        .allMatch(sent -> sent.method().equals("GET") || isToken(sent.path()));
    assertThat(slack.calls()).extracting(SlackCall::method).doesNotContain("chat.postMessage");
    assertThat(slack.messages(SampleWorkspace.MAIL_AUDIT)).isEmpty();
    assertThat(directory).isEmptyDirectory();
  }

  private static boolean isToken(String path) {
    return path.equals("/oauth/v2/token");
  }

  @Test
  void saysWhatToDoForEachPartAndStillChecksTheOthers() {
    slack.faults().begin(SlackFault.TOKEN_REVOKED);
    zoho.inject(ZohoFault.WRONG_CLIENT);

    assertThat(check(SandboxMode.HTTP)).isEqualTo(1);

    assertThat(out.toString(UTF_8))
        .contains("✓ Configuration", "✓ Database", "✗ Slack token", "✗ Zoho token")
        .contains("SLACK_BOT_TOKEN", "ZOHO_CLIENT_ID");
  }

  @Test
  void printsJsonForPrograms() {
    assertThat(check(SandboxMode.HTTP, "--json")).isZero();

    assertThat(out.toString(UTF_8))
        .startsWith("{")
        .contains("\"holds\":true", "\"findings\":[{")
        .contains("\"result\":\"ok\"", "\"result\":\"unchecked\"")
        .matches("\\p{ASCII}+");
  }

  @Test
  void printsAsciiWhereTheTerminalHasNoUtf8() {
    slack.workspace().put(SlackUser.member(SampleWorkspace.ADA, "ada", "Ada Łovelace"));
    slack.faults().begin(SlackFault.TOKEN_REVOKED.always().on("chat.delete"));
    others.put("MAILBRAKE_AUDIT_CHANNEL", SampleWorkspace.MAIL_AUDIT);
    terminal = US_ASCII;

    assertThat(check(SandboxMode.HTTP)).isEqualTo(1);

    assertThat(out.toString(UTF_8))
        .matches("[\\p{ASCII}]+")
        .contains("[ok] Configuration: ", "[FAILED] Audit channel: ", "- Zoho write permission: ")
        .contains("Ada ?ovelace");
  }

  @Test
  void namesEveryInvalidSetting() {
    others.put("ZOHO_DATA_CENTER", "mars");
    others.put("SLACK_BOT_TOKEN", "");

    assertThat(check(SandboxMode.HTTP)).isEqualTo(78);

    assertThat(out.toString(UTF_8).lines())
        .hasSize(3)
        .contains(
            "✗ Configuration: SLACK_BOT_TOKEN is required. For example: SLACK_BOT_TOKEN=xoxb-…",
            "– Database, Slack and Zoho: skipped – fix “Configuration” first")
        .anyMatch(line -> line.startsWith("✗ Configuration: ZOHO_DATA_CENTER must be one of"));
  }

  private int check(SandboxMode mode, String... options) {
    FreshDatabase database = FreshDatabase.file(directory.resolve("mailbrake.db"));
    Map<String, String> environment =
        new HashMap<>(new BotEnvironment(slack, zoho, database, mode).environment());
    environment.putAll(others);
    PrintWriter errors = new PrintWriter(out, true, UTF_8);
    String[] arguments =
        Stream.concat(Stream.of("check"), Arrays.stream(options)).toArray(String[]::new);
    return Mailbrake.line(new Shell(environment, clock, "ada", terminal, out, errors))
        .execute(arguments);
  }
}
