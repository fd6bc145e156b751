package dev.mailbrake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExportAuditCommandTest {
  @TempDir private Path directory;
  private AuditLine line;

  @BeforeEach
  void fill() {
    line = new AuditLine(directory);
    line.holds("first", "second");
  }

  @Test
  void writesOnlyTheAuditLogToStandardOutput() {
    assertThat(line.types("export", "--format", "jsonl")).isZero();

    assertThat(line.out().lines())
        .satisfiesExactly(
            first -> assertThat(first).startsWith("{\"seq\":1,").contains("\"first\""),
            second -> assertThat(second).startsWith("{\"seq\":2,"),
            itself ->
                assertThat(itself)
                    .contains("\"EXPORTED\",\"actorId\":\"os-user\",\"actorName\":\"ada\"")
                    .contains("\"detail\":\"as jsonl\""));
    assertThat(line.err()).isEmpty();
  }

  @Test
  void writesOnlyTheSelectedRows() {
    line.types(
        "export",
        "--format=csv",
        "--since=2026-11-24",
        "--until=2026-11-30",
        "--mailbox=Rebecca@zylker.com");

    assertThat(line.out().lines()).singleElement().asString().startsWith("seq,at,");
    assertThat(head())
        .isEqualTo(
            "as csv, of rebecca@zylker.com, since 2026-11-24T00:00:00Z,"
                + " before 2026-12-01T00:00:00Z");
  }

  @Test
  void includesTheWholeLastDay() {
    line.types("export", "--format=csv", "--until=2026-11-23");

    assertThat(line.out().lines()).hasSize(4);
  }

  @Test
  void writesANewFileThatOnlyItsOwnerCanRead() throws IOException {
    Path file = directory.resolve("audit.csv");

    assertThat(line.types("export", "--format", "csv", "--output", file.toString())).isZero();

    assertThat(line.out()).isEmpty();
    assertThat(Files.readAllLines(file)).hasSize(4);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void neverOverwritesAFileAndExportsNothingThen() throws IOException {
    Path file = Files.writeString(directory.resolve("audit.csv"), "mine");

    assertThat(line.types("export", "--format", "csv", "--output", file.toString())).isEqualTo(73);

    assertThat(file).hasContent("mine");
    assertThat(line.err())
        .isEqualTo("The file " + file + " exists already. Choose another name.\n");
    assertThat(head()).isEmpty();
  }

  @Test
  void saysThatTheFilesDirectoryDoesNotExist() {
    String file = directory.resolve("nowhere/audit.csv").toString();

    assertThat(line.types("export", "--format", "csv", "--output", file)).isEqualTo(73);

    assertThat(line.err())
        .isEqualTo("The output file cannot be created: its directory doesn't exist.\n");
  }

  @Test
  void leavesNoFileBehindIfTheAuditLogCannotBeFullyRead() throws Exception {
    line.tampers("alter table audit_log rename column zuid to gone");
    Path file = directory.resolve("audit.csv");

    assertThat(line.types("export", "--format", "csv", "--output", file.toString())).isEqualTo(70);

    assertThat(file).doesNotExist();
    assertThat(line.err())
        .startsWith("Something went wrong in Mailbrake. Please report this:\n")
        .contains("no such column: 'zuid'", "\tat dev.mailbrake.store.AuditTable.append(");
  }

  @Test
  void endsQuietlyIfTheReaderClosesTheOutput() {
    assertThat(into("Broken pipe")).isZero();

    assertThat(line.err()).isEmpty();
  }

  @Test
  void saysThatTheOutputIsIncomplete() {
    assertThat(into("No space left on device")).isEqualTo(74);

    assertThat(line.err()).isEqualTo("The export is not complete: No space left on device.\n");
  }

  private int into(String failure) {
    OutputStream broken =
        new OutputStream() {
          @Override
          public void write(int octet) throws IOException {
            throw new IOException(failure);
          }
        };
    return line.typesInto(broken, "export", "--format", "csv");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "``, Missing required option: '--format=FORMAT'",
        "--format=xml, (case-insensitive) but was 'xml'",
        "--format=csv --since=yesterday, 'yesterday' must be a date such as 2026-11-23",
        "--format=csv --until=2026-02-30, '2026-02-30' must be a date",
        "--format=csv --mailbox=rebecca, 'rebecca' must be a mail address such as",
        "--format=csv --color, Unknown option: '--color'",
        "--format=csv there, Unmatched argument at index"
      })
  void saysWhatIsWrongWithTheCommandLine(String options, String why) {
    String[] words = ("export " + options).strip().split(" ");

    assertThat(line.types(words)).isEqualTo(64);

    assertThat(line.err()).contains(why).contains("Usage: ");
    assertThat(line.out()).isEmpty();
  }

  @Test
  void needsAnExistingDatabaseAndCreatesNone() {
    Path nowhere = directory.resolve("nowhere.db");
    line.environment.put("DATABASE_URL", "jdbc:sqlite:" + nowhere);

    assertThat(line.types("export", "--format", "csv")).isEqualTo(69);

    assertThat(line.err())
        .isEqualTo("The audit log cannot be read: there is no database " + nowhere + ".\n");
    assertThat(nowhere).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource({"DATABASE_URL, mysql://localhost", "MAILBRAKE_LOG_FORMAT, xml"})
  void needsTheSettingsThatItUses(String key, String value) {
    line.environment.put(key, value);

    assertThat(line.types("export", "--format", "csv")).isEqualTo(78);

    assertThat(line.err()).startsWith("Please correct these settings:\n  " + key + " ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"SLACK_BOT_TOKEN", "MAILBRAKE_NO_SUCH_SETTING", "PORT"})
  void asksForNoOtherSetting(String key) {
    line.environment.put(key, "nonsense");

    assertThat(line.types("export", "--format", "csv")).isZero();
  }

  @Test
  void printsItsHelp() {
    assertThat(line.types("export", "--help")).isZero();

    assertThat(line.out())
        .contains("Usage: audit export [-h] --format=FORMAT [--since=WHEN] [--until=WHEN]")
        .contains("Examples:\n  audit export --format csv --since 2026-11-01")
        .containsPattern("\\s+73\\s+The output file cannot be created");
    assertThat(line.err()).isEmpty();
  }

  private String head() {
    return line.within(entry -> entry.audit().head().orElseThrow().detail());
  }
}
