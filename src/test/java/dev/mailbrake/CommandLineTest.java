package dev.mailbrake;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mailbrake.cli.Shell;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the program says about itself and about wrong command lines. */
class CommandLineTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private Charset terminal = UTF_8;

  private int run(String line) {
    Clock clock = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
    Shell shell = new Shell(Map.of(), clock, "ada", terminal, out, Shell.text(err, terminal));
    return Mailbrake.line(shell).execute(line.split(" "));
  }

  @ParameterizedTest
  @ValueSource(strings = {"--version", "-V", "version"})
  void printsTheVersion(String line) {
    assertThat(run(line)).isZero();

    assertThat(out.toString(UTF_8).lines()).containsExactly("mailbrake in development");
  }

  @ParameterizedTest
  @ValueSource(strings = {"help", "--help", "-h"})
  void listsTheCommands(String line) {
    assertThat(run(line)).isZero();

    assertThat(out.toString(UTF_8))
        .startsWith("Block and unblock a mailbox's outgoing mail in Zoho Mail, from Slack.")
        .contains("serve      Run the bot (default).", "authorize ", "audit ", "check ", "help ")
        .contains("--version");
    assertThat(err.toString(UTF_8)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "help check, check --help, All checks passed",
    "help audit, audit --help, Export or verify the audit log",
    "help audit verify, audit verify --help, The audit log is intact"
  })
  void showsTheHelpOfACommand(String help, String option, String words) {
    assertThat(run(help)).isZero();
    String shown = out.toString(UTF_8);
    out.reset();

    assertThat(run(option)).isZero();

    assertThat(shown).contains(words).isEqualTo(out.toString(UTF_8));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          frobnicate              | mailbrake has no command 'frobnicate'. | help
          auditt                  | mailbrake has no command 'auditt'. Did you mean 'audit'? | help
          --frobnicate            | mailbrake has no option '--frobnicate'. | help
          check --jsn             | mailbrake check has no option '--jsn'. Did you mean '--json'? | help check
          check now               | mailbrake check has no parameter 'now'. | help check
          help frobnicate         | mailbrake has no command 'frobnicate'. | help
          help audit frobnicate   | mailbrake audit has no command 'frobnicate'. | help audit
          audit                   | Missing command: export or verify | help audit
          audit export            | Missing required option: '--format=FORMAT' | help audit export
          """)
  void answersAWrongCommandLineInTwoLines(String line, String wrong, String help) {
    assertThat(run(line)).isEqualTo(64);

    assertThat(err.toString(UTF_8).lines())
        .containsExactly(wrong, "Run 'mailbrake %s' to see how to use it.".formatted(help));
    assertThat(out.toString(UTF_8)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "help",
        "help serve",
        "help check",
        "help authorize",
        "help audit",
        "help audit export",
        "help audit verify",
        "help version",
        "help help"
      })
  void printsPlainAsciiWhereTheTerminalHasNoUtf8(String line) {
    terminal = US_ASCII;

    assertThat(run(line)).isZero();

    assertThat(out.toString(UTF_8)).matches("\\p{ASCII}+").doesNotContain("?\n");
  }

  @Test
  void spellsTypographicCharacters() {
    terminal = StandardCharsets.ISO_8859_1;

    Shell.text(out, terminal).println("✓ – “Slack” … it’s → é");

    assertThat(out.toString(UTF_8).strip()).isEqualTo("[ok] - \"Slack\" ... it's -> ?");
  }
}
