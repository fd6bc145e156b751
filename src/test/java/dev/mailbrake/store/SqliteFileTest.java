package dev.mailbrake.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mailbrake.check.Finding;
import dev.mailbrake.fixture.RecordOnDisk;
import dev.mailbrake.request.port.LedgerUnavailable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.Statement;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
@Tag("sqlite")
class SqliteFileTest {
  @TempDir Path directory;

  @Test
  void createsItsDirectoryAndTables() {
    Path deep = directory.resolve("not/yet/there");

    try (RecordOnDisk made = RecordOnDisk.file(deep)) {
      assertThat(Files.isRegularFile(deep.resolve("mailbrake.db"))).isTrue();
      assertThat(made.count("requests")).isZero();
      assertThat(made.count("audit_log")).isZero();
      assertThat(made.database.isWritable()).isTrue();
    }
  }

  /** With the umask of most systems, everybody could read it. */
  @Test
  void letsOnlyItsOwnerReadItsFiles() throws Exception {
    Path deep = directory.resolve("not/yet");

    try (RecordOnDisk made = RecordOnDisk.file(deep)) {
      made.append("a name, an address and a reason");

      assertThat(permissions(directory.resolve("not"))).isEqualTo("rwx------");
      assertThat(permissions(deep)).isEqualTo("rwx------");
      for (String ending : new String[] {"", "-wal", "-shm", ".lock"}) {
        assertThat(permissions(deep.resolve("mailbrake.db" + ending)))
            .as(ending)
            .isEqualTo("rw-------");
      }
    }
  }

  private static String permissions(Path place) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(place));
  }

  @Test
  void refusesASecondBotOnTheSameFileUnderAnyName() throws Exception {
    Path link = Files.createSymbolicLink(directory.resolve("link"), directory);
    try (RecordOnDisk first = RecordOnDisk.file(directory)) {
      for (Path way : new Path[] {directory, link}) {
        assertThatThrownBy(() -> RecordOnDisk.file(way))
            .isInstanceOf(LedgerUnavailable.class)
            .hasMessageStartingWith("another Mailbrake is using " + way)
            .hasMessageContaining("Stop that one first");
      }
      first.append("goes on");
    }
    RecordOnDisk.file(link).close();
  }

  /** A command that only reads, or writes one row, is not a second bot. */
  @Test
  void letsACommandVisitNextToTheBot() {
    try (RecordOnDisk bot = RecordOnDisk.file(directory)) {
      bot.append("one");
      try (Database visited = Database.visit(bot.place.settings())) {
        assertThat(visited.isWritable()).isTrue();
      }
      assertThat(DatabaseCheck.of(bot.place.settings()).look()).noneMatch(Finding::failed);
    }
  }

  @Test
  void canBeOpenedAgainAfterAFailedStart() throws Exception {
    Path file = Files.writeString(directory.resolve("mailbrake.db"), "no database ".repeat(99));
    assertThatThrownBy(() -> RecordOnDisk.file(directory)).hasMessageContaining("not a data");
    Files.delete(file);

    RecordOnDisk.file(directory).close();
  }

  @Test
  void opensAnExistingRecordWithoutChangingIt() {
    try (RecordOnDisk first = RecordOnDisk.file(directory)) {
      first.append("kept");
    }
    try (RecordOnDisk again = RecordOnDisk.file(directory)) {
      assertThat(again.count("audit_log")).isEqualTo(1);
      assertThat(again.count("flyway_schema_history")).isEqualTo(6);
    }
  }

  @Test
  void commitsDurablyAndEnforcesReferences() {
    try (RecordOnDisk made = RecordOnDisk.file(directory)) {
      assertThat(pragma(made, "journal_mode")).isEqualTo("wal");
      assertThat(pragma(made, "synchronous")).as("FULL").isEqualTo("2");
      assertThat(pragma(made, "foreign_keys")).isEqualTo("1");
      assertThat(pragma(made, "busy_timeout")).isEqualTo("2000");
    }
  }

  /** Settings cannot switch off what makes commits durable. */
  @Test
  void keepsItsOwnPragmasWhateverTheUrlSays() {
    String careless = "?synchronous=OFF&journal_mode=DELETE&foreign_keys=OFF&busy_timeout=1";
    try (RecordOnDisk made = RecordOnDisk.file(directory, careless)) {
      assertThat(pragma(made, "synchronous")).isEqualTo("2");
      assertThat(pragma(made, "journal_mode")).isEqualTo("wal");
      assertThat(pragma(made, "foreign_keys")).isEqualTo("1");
      assertThat(pragma(made, "busy_timeout")).isEqualTo("2000");
    }
  }

  @Test
  void saysThatItsDirectoryCannotBeCreated() throws Exception {
    Path file = Files.writeString(directory.resolve("data"), "in the way");

    assertThatThrownBy(() -> RecordOnDisk.file(file))
        .isInstanceOf(LedgerUnavailable.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining("cannot be made");
  }

  @Test
  void saysThatAFileIsNoDatabase() throws Exception {
    Files.writeString(directory.resolve("mailbrake.db"), "Dear diary, ".repeat(1_000));

    assertThatThrownBy(() -> RecordOnDisk.file(directory))
        .isInstanceOf(LedgerUnavailable.class)
        .hasMessageContaining("cannot be opened")
        .hasMessageContaining("not a database");
  }

  @Test
  void saysThatADirectoryHasTheFilesName() throws Exception {
    Files.createDirectory(directory.resolve("mailbrake.db"));

    assertThatThrownBy(() -> RecordOnDisk.file(directory))
        .isInstanceOf(LedgerUnavailable.class)
        .hasMessageContaining("cannot be opened");
  }

  @Test
  void saysThatAnotherProcessHasLockedIt() throws Exception {
    try (RecordOnDisk made = RecordOnDisk.file(directory)) {
      made.append("there");
    }
    Path file = directory.resolve("mailbrake.db");
    try (Connection other = locked(Jdbi.create("jdbc:sqlite:" + file).open().getConnection())) {
      assertThat(other.isClosed()).isFalse();
      assertThatThrownBy(() -> RecordOnDisk.file(directory))
          .isInstanceOf(LedgerUnavailable.class)
          .hasMessageContaining("another process has locked it");
    }
  }

  @Test
  void isNotWritableWhileAnotherProcessHasLockedIt() throws Exception {
    try (RecordOnDisk made = RecordOnDisk.file(directory)) {
      made.impatient();
      try (Connection other = locked(made.place.connect())) {
        assertThat(other.isClosed()).isFalse();
        assertThat(made.database.isWritable()).isFalse();
        assertThatThrownBy(() -> made.append("lost"))
            .isInstanceOf(LedgerUnavailable.class)
            .hasMessage("the database cannot be written: another process has locked it");
      }
      assertThat(made.database.isWritable()).isTrue();
      made.append("kept");
      assertThat(made.count("audit_log")).isEqualTo(1);
    }
  }

  @Test
  void isNotWritableWhileTheDiskIsFull() {
    makeAlmostFull();
    try (RecordOnDisk full = RecordOnDisk.file(directory, "?max_page_count=" + pages())) {
      assertThatThrownBy(() -> appendUntilFull(full))
          .isInstanceOf(LedgerUnavailable.class)
          .hasMessage("the database cannot be written: the disk is full");

      assertThat(full.database.isWritable()).isFalse();
    }
    try (RecordOnDisk roomy = RecordOnDisk.file(directory)) {
      assertThat(roomy.database.isWritable()).isTrue();
    }
  }

  @Test
  void isNotWritableOnceItIsClosed() {
    RecordOnDisk made = RecordOnDisk.file(directory);
    made.close();

    assertThat(made.database.isWritable()).isFalse();
  }

  /** Flyway alone would ignore unknown migrations. */
  @Test
  void refusesARecordThatANewerVersionHasMigrated() {
    try (RecordOnDisk made = RecordOnDisk.file(directory)) {
      made.isMigratedByANewerVersion();
    }
    assertThatThrownBy(() -> RecordOnDisk.file(directory))
        .isInstanceOf(LedgerUnavailable.class)
        .hasMessageContaining("a newer version of Mailbrake has written it (its schema is 99)")
        .hasMessageContaining("Start that version, or restore the backup");
  }

  @Test
  void refusesARecordWhoseTablesDoNotMatchItsHistory() {
    try (RecordOnDisk made = RecordOnDisk.file(directory)) {
      made.execute("update flyway_schema_history set checksum = 1");
    }

    assertThatThrownBy(() -> RecordOnDisk.file(directory))
        .isInstanceOf(LedgerUnavailable.class)
        .hasMessageContaining("cannot be opened");
  }

  private void makeAlmostFull() {
    try (RecordOnDisk made = RecordOnDisk.file(directory)) {
      made.append("kept");
    }
  }

  private long pages() {
    Jdbi jdbi = Jdbi.create("jdbc:sqlite:" + directory.resolve("mailbrake.db"));
    return jdbi.withHandle(
        handle -> handle.createQuery("pragma page_count").mapTo(Long.class).one());
  }

  private static void appendUntilFull(RecordOnDisk record) {
    for (int i = 0; i < 200; i++) {
      record.append("x".repeat(500));
    }
  }

  private static String pragma(RecordOnDisk record, String name) {
    return Jdbi.create(record.database.dataSource())
        .withHandle(handle -> handle.createQuery("pragma " + name).mapTo(String.class).one());
  }

  private static Connection locked(Connection connection) throws Exception {
    try (Statement statement = connection.createStatement()) {
      statement.execute("begin exclusive");
    }
    return connection;
  }
}
