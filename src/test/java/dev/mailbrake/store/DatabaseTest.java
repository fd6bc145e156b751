package dev.mailbrake.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mailbrake.request.LedgerUnavailable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class DatabaseTest {
  @TempDir Path directory;

  @Test
  void makesItsDirectoryAndTables() {
    Path deep = directory.resolve("not/yet/there");

    try (LedgerOnDisk made = new LedgerOnDisk(deep)) {
      assertThat(Files.isRegularFile(made.file)).isTrue();
      assertThat(made.count("requests")).isZero();
      assertThat(made.count("audit_log")).isZero();
      assertThat(made.database.isWritable()).isTrue();
    }
  }

  @Test
  void opensAnExistingRecordWithoutTouchingIt() {
    try (LedgerOnDisk first = new LedgerOnDisk(directory)) {
      append(first, "kept");
    }
    try (LedgerOnDisk again = new LedgerOnDisk(directory)) {
      assertThat(again.count("audit_log")).isEqualTo(1);
      assertThat(again.count("flyway_schema_history")).isEqualTo(1);
    }
  }

  @Test
  void commitsDurablyAndEnforcesReferences() {
    try (LedgerOnDisk made = new LedgerOnDisk(directory)) {
      assertThat(pragma(made, "journal_mode")).isEqualTo("wal");
      assertThat(pragma(made, "synchronous")).as("FULL").isEqualTo("2");
      assertThat(pragma(made, "foreign_keys")).isEqualTo("1");
      assertThat(pragma(made, "busy_timeout")).isEqualTo("2000");
    }
  }

  /** What makes a commit durable is not for a setting to switch off. */
  @Test
  void keepsItsOwnPragmasWhateverTheUrlSays() {
    String careless = "?synchronous=OFF&journal_mode=DELETE&foreign_keys=OFF&busy_timeout=1";
    try (LedgerOnDisk made = new LedgerOnDisk(directory, careless)) {
      assertThat(pragma(made, "synchronous")).isEqualTo("2");
      assertThat(pragma(made, "journal_mode")).isEqualTo("wal");
      assertThat(pragma(made, "foreign_keys")).isEqualTo("1");
      assertThat(pragma(made, "busy_timeout")).isEqualTo("2000");
    }
  }

  @Test
  void saysThatItsDirectoryCannotBeMade() throws Exception {
    Path file = Files.writeString(directory.resolve("data"), "in the way");

    assertThatThrownBy(() -> new LedgerOnDisk(file))
        .isInstanceOf(LedgerUnavailable.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining("cannot be made");
  }

  @Test
  void saysThatAFileIsNoDatabase() throws Exception {
    Files.writeString(directory.resolve("record.db"), "Dear diary, ".repeat(1_000));

    assertThatThrownBy(() -> new LedgerOnDisk(directory))
        .isInstanceOf(LedgerUnavailable.class)
        .hasMessageContaining("cannot be opened")
        .hasMessageContaining("not a database");
  }

  @Test
  void saysThatADirectoryStandsWhereTheFileBelongs() throws Exception {
    Files.createDirectory(directory.resolve("record.db"));

    assertThatThrownBy(() -> new LedgerOnDisk(directory))
        .isInstanceOf(LedgerUnavailable.class)
        .hasMessageContaining("cannot be opened");
  }

  @Test
  void saysThatAnotherProcessHasLockedIt() throws Exception {
    try (LedgerOnDisk made = new LedgerOnDisk(directory)) {
      append(made, "there");
    }
    Path file = directory.resolve("record.db");
    try (Connection other = locked(Jdbi.create("jdbc:sqlite:" + file).open().getConnection())) {
      assertThat(other.isClosed()).isFalse();
      assertThatThrownBy(() -> new LedgerOnDisk(directory))
          .isInstanceOf(LedgerUnavailable.class)
          .hasMessageContaining("another process has locked it");
    }
  }

  @Test
  void isNotWritableWhileAnotherProcessHasLockedIt() throws Exception {
    try (LedgerOnDisk made = new LedgerOnDisk(directory)) {
      made.impatient();
      try (Connection other = locked(made.outside())) {
        assertThat(other.isClosed()).isFalse();
        assertThat(made.database.isWritable()).isFalse();
        assertThatThrownBy(() -> append(made, "lost"))
            .isInstanceOf(LedgerUnavailable.class)
            .hasMessage("the database cannot be written: another process has locked it");
      }
      assertThat(made.database.isWritable()).isTrue();
      append(made, "kept");
      assertThat(made.count("audit_log")).isEqualTo(1);
    }
  }

  @Test
  void isNotWritableWhileTheDiskIsFull() {
    makeAlmostFull();
    try (LedgerOnDisk full = new LedgerOnDisk(directory, "?max_page_count=" + pages())) {
      assertThatThrownBy(() -> appendUntilFull(full))
          .isInstanceOf(LedgerUnavailable.class)
          .hasMessage("the database cannot be written: the disk is full");

      assertThat(full.database.isWritable()).isFalse();
    }
    try (LedgerOnDisk roomy = new LedgerOnDisk(directory)) {
      assertThat(roomy.database.isWritable()).isTrue();
    }
  }

  @Test
  void isNotWritableOnceItIsClosed() {
    LedgerOnDisk made = new LedgerOnDisk(directory);
    made.close();

    assertThat(made.database.isWritable()).isFalse();
  }

  /** Flyway ignores migrations from the future: an older version starts on a newer record. */
  @Test
  void opensARecordThatANewerVersionHasMigrated() {
    try (LedgerOnDisk made = new LedgerOnDisk(directory)) {
      append(made, "kept");
      made.database
          .jdbi()
          .useHandle(
              handle ->
                  handle.execute(
                      """
                      insert into flyway_schema_history (installed_rank, version, description,
                        type, script, checksum, installed_by, execution_time, success)
                      values (2, '99', 'from the future', 'SQL', 'V99__from_the_future.sql', 1,
                        'a newer version', 1, 1)
                      """));
    }
    try (LedgerOnDisk older = new LedgerOnDisk(directory)) {
      assertThat(older.count("audit_log")).isEqualTo(1);
    }
  }

  @Test
  void refusesARecordWhoseTablesAreNotThoseOfItsHistory() {
    try (LedgerOnDisk made = new LedgerOnDisk(directory)) {
      made.database
          .jdbi()
          .useHandle(handle -> handle.execute("update flyway_schema_history set checksum = 1"));
    }

    assertThatThrownBy(() -> new LedgerOnDisk(directory))
        .isInstanceOf(LedgerUnavailable.class)
        .hasMessageContaining("cannot be opened");
  }

  private void makeAlmostFull() {
    try (LedgerOnDisk made = new LedgerOnDisk(directory)) {
      append(made, "kept");
    }
  }

  private long pages() {
    Jdbi jdbi = Jdbi.create("jdbc:sqlite:" + directory.resolve("record.db"));
    return jdbi.withHandle(
        handle -> handle.createQuery("pragma page_count").mapTo(Long.class).one());
  }

  private static void appendUntilFull(LedgerOnDisk record) {
    for (int i = 0; i < 200; i++) {
      append(record, "x".repeat(500));
    }
  }

  private static void append(LedgerOnDisk record, String detail) {
    record.within(
        entry -> {
          entry.audit().append(LedgerOnDisk.audited(detail));
          return detail;
        });
  }

  private static String pragma(LedgerOnDisk record, String name) {
    return record
        .database
        .jdbi()
        .withHandle(handle -> handle.createQuery("pragma " + name).mapTo(String.class).one());
  }

  private static Connection locked(Connection connection) throws Exception {
    try (Statement statement = connection.createStatement()) {
      statement.execute("begin exclusive");
    }
    return connection;
  }
}
