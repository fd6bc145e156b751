package dev.mailbrake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailbrake.request.AuditPosition;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyAuditCommandTest {
  @TempDir private Path directory;
  private AuditLine line;

  @BeforeEach
  void fill() {
    line = new AuditLine(directory);
    line.holds("first", "second", "third", "fourth", "fifth");
  }

  @Test
  void saysThatTheTrailIsIntactAndWhatItCannotKnow() {
    assertThat(line.types("verify")).isZero();

    assertThat(line.out())
        .startsWith("The audit trail is intact: 5 rows, the last one with the hash " + head())
        .contains("give --head");
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
  void saysThatATrailIsEmpty() throws Exception {
    line.tampers("delete from audit_log");

    assertThat(line.types("verify")).isZero();

    assertThat(line.out()).startsWith("The audit trail is empty.\n");
  }

  @Test
  void namesEachRowThatIsDamagedAndWhatToDo() throws Exception {
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
                    .isEqualTo("THE AUDIT TRAIL IS DAMAGED. Rows read: 3; faults found: 5."),
            putIn -> assertThat(putIn).startsWith("  #0: put in. "),
            changed -> assertThat(changed).startsWith("  #1: changed or moved. "),
            removed -> assertThat(removed).startsWith("  #2 to #3: removed. "),
            cut -> assertThat(cut).startsWith("  #5: cut off at the end. "),
            head -> assertThat(head).startsWith("  #1 to #4: none has the given hash. "),
            advice -> assertThat(advice).startsWith("What to do: keep a copy"),
            advice -> assertThat(advice).startsWith("The audit channel was told"));
  }

  @Test
  void saysThatARowDoesNotFollowTheOneBeforeIt() throws Exception {
    line.tampers("delete from audit_log where seq > 2");
    String kept = head();
    line.tampers("delete from audit_log where seq > 1");
    line.holds("another second", "another third");
    line.tampers("update audit_log set hash = '%s' where seq = 2".formatted(kept));

    assertThat(line.types("verify")).isEqualTo(1);

    assertThat(line.out()).contains("  #3: does not follow the row before it. ");
  }

  @Test
  void namesOnlyTheFirstOfManyDamages() throws Exception {
    line.holds("more ".repeat(30).split(" "));
    line.tampers("update audit_log set detail = 'x'");

    assertThat(line.types("verify")).isEqualTo(1);

    assertThat(line.out()).contains("faults found: 35.").contains("\n  … and 15 more.\n");
  }

  @Test
  void saysThatAHashIsNone() {
    assertThat(line.types("verify", "--head", "9f86d081")).isEqualTo(64);

    assertThat(line.err()).contains("'9f86d081' must be a hash of 64 hexadecimal digits");
  }

  @Test
  void explainsItselfAndItsGroup() {
    assertThat(line.types("--help")).isZero();
    assertThat(line.types("verify", "-h")).isZero();

    assertThat(line.out())
        .contains("Usage: audit [-h] [COMMAND]")
        .contains("export  Write the audit trail")
        .contains("Usage: audit verify [-h] [--head=HASH]")
        .containsPattern("\\s+1\\s+The trail is damaged");
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
