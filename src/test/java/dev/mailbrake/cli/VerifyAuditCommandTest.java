package dev.mailbrake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailbrake.audit.AuditPosition;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VerifyAuditCommandTest {
  @TempDir private Path directory;
  private AuditLine line;

  @BeforeEach
  void fill() {
    line = new AuditLine(directory);
    line.holds("first", "second", "third", "fourth", "fifth");
  }

  @Test
  void saysThatTheAuditLogIsIntactAndWhatItCannotKnow() {
    assertThat(line.types("verify")).isZero();

    assertThat(line.out())
        .startsWith("The audit log is intact: 5 rows, the last one with the hash " + head())
        .contains("pass --head");
    assertThat(line.err()).isEmpty();
  }

  @Test
  void saysThatNothingIsMissingUpToTheGivenHash() {
    String kept = head();
    line.holds("sixth");

    assertThat(line.types("verify", "--head", kept.toUpperCase(Locale.ROOT))).isZero();

    assertThat(line.out())
        .endsWith(
            "The given hash is that of row #5: it and all rows before it are there."
                + " Rows added after it: 1.\n");
  }

  @Test
  void saysThatAnAuditLogIsEmpty() throws Exception {
    line.tampers("delete from audit_log");

    assertThat(line.types("verify")).isEqualTo(1);

    assertThat(line.out())
        .startsWith(
            "The audit log is empty: nobody has asked for anything yet, or every row was"
                + " removed.\n");
  }

  @Test
  void acceptsTheFirstTwelveDigitsOfAHashAsPostedInTheAuditChannel() throws Exception {
    String kept = head().substring(0, 12);

    assertThat(line.types("verify", "--head", kept)).isZero();
    assertThat(line.out()).contains("The given hash is that of row #5: ");

    line.tampers("delete from audit_log where seq = 5");
    line.holds("another fifth");
    assertThat(line.types("verify", "--head", kept)).isEqualTo(1);
    assertThat(line.out()).contains("none has the given hash");
  }

  @ParameterizedTest
  @ValueSource(strings = {"verify", "export --format csv"})
  void createsNoRecordInAnEmptyFile(String command) throws Exception {
    Path empty = Files.createFile(directory.resolve("empty.db"));
    line.environment.put("DATABASE_URL", "jdbc:sqlite:" + empty);

    assertThat(line.types(command.split(" "))).isEqualTo(69);

    assertThat(line.out()).isEmpty();
    assertThat(line.err())
        .startsWith("The audit log cannot be read: ")
        .contains("there is no record in it yet. Check that DATABASE_URL names the bot's database");
    assertThat(empty).isEmptyFile();
  }

  @Test
  void createsNoFile() {
    Path nowhere = directory.resolve("nowhere.db");
    line.environment.put("DATABASE_URL", "jdbc:sqlite:" + nowhere);

    assertThat(line.types("verify")).isEqualTo(69);

    assertThat(nowhere).doesNotExist();
  }

  /** Rows that only a later version knows are hashed like all others. */
  @Test
  void verifiesUnknownRows() throws Exception {
    line.tampers("delete from audit_log where seq > 1");
    line.tampers("update audit_log set event = 'BROKE_THE_GLASS'");

    assertThat(line.types("verify")).isEqualTo(1);
    assertThat(line.out()).contains("  #1: changed or moved. ");

    assertThat(line.types("export", "--format", "jsonl")).isZero();
    assertThat(line.out()).contains("\"event\":\"BROKE_THE_GLASS\"");
  }

  @Test
  void namesEachDamagedRowAndWhatToDo() throws Exception {
    line.tampers("update audit_log set reason = 'x' where seq = 1");
    line.tampers("delete from audit_log where seq in (2, 3)");
    line.tampers("update audit_log set seq = 0 where seq = 5");
    line.within(
        entry -> {
          entry.audit().tell(new AuditPosition("C0AUDIT001", 5, LocalDate.EPOCH));
          return entry;
        });

    assertThat(line.types("verify", "--head", "f".repeat(64))).isEqualTo(1);

    assertThat(line.out().lines())
        .satisfiesExactly(
            all ->
                assertThat(all)
                    .isEqualTo("THE AUDIT LOG IS DAMAGED. Rows read: 3; faults found: 5."),
            inserted -> assertThat(inserted).startsWith("  #0: inserted. "),
            changed -> assertThat(changed).startsWith("  #1: changed or moved. "),
            removed -> assertThat(removed).startsWith("  #2 to #3: removed. "),
            cut -> assertThat(cut).startsWith("  #5: cut off at the end. "),
            head -> assertThat(head).startsWith("  #1 to #4: none has the given hash. "),
            advice -> assertThat(advice).startsWith("What to do: keep a copy"),
            advice -> assertThat(advice).startsWith("The audit channel has"));
  }

  @Test
  void saysThatARowDoesNotFollowThePreviousOne() throws Exception {
    line.tampers("delete from audit_log where seq > 2");
    String kept = head();
    line.tampers("delete from audit_log where seq > 1");
    line.holds("another second", "another third");
    line.tampers("update audit_log set hash = '%s' where seq = 2".formatted(kept));

    assertThat(line.types("verify")).isEqualTo(1);

    assertThat(line.out()).contains("  #3: does not follow the row before it. ");
  }

  @Test
  void namesOnlyTheFirstOfManyDamagedRows() throws Exception {
    line.holds("more ".repeat(30).split(" "));
    line.tampers("update audit_log set detail = 'x'");

    assertThat(line.types("verify")).isEqualTo(1);

    assertThat(line.out()).contains("faults found: 35.").contains("\n  … and 15 more.\n");
  }

  @Test
  void saysThatAHashIsInvalid() {
    assertThat(line.types("verify", "--head", "9f86d081")).isEqualTo(64);

    assertThat(line.err())
        .contains("'9f86d081' must be a hash of 64 hexadecimal digits, or its first 12 or more");
  }

  @Test
  void printsItsHelpAndThatOfItsGroup() {
    assertThat(line.types("--help")).isZero();
    assertThat(line.types("verify", "-h")).isZero();

    assertThat(line.out())
        .contains("Usage: audit [-h] [COMMAND]")
        .contains("export  Write the audit log")
        .contains("Usage: audit verify [-h] [--head=HASH]")
        .containsPattern("\\s+1\\s+The audit log is damaged");
  }

  @Test
  void asksWhichCommandIsMeant() {
    assertThat(line.types()).isEqualTo(64);

    assertThat(line.err()).startsWith("Missing command: export or verify");
  }

  private String head() {
    return line.within(entry -> entry.audit().head().orElseThrow().hash());
  }
}
