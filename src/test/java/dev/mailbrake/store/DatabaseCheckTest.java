package dev.mailbrake.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailbrake.check.Finding;
import dev.mailbrake.config.DatabaseSettings;
import dev.mailbrake.fixture.RecordOnDisk;
import dev.mailbrake.sandbox.database.FreshDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class DatabaseCheckTest {
  @TempDir Path directory;

  private static List<Finding> findings(DatabaseSettings settings) {
    return DatabaseCheck.of(settings).look();
  }

  private static Finding finding(FreshDatabase place, String subject) {
    return findings(place.settings()).stream()
        .filter(it -> it.subject().equals(subject))
        .findFirst()
        .orElseThrow();
  }

  private static void execute(FreshDatabase place, String sql) throws SQLException {
    try (Connection connection = place.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Test
  void findsNoProblemNextToARunningBot() {
    try (RecordOnDisk record = RecordOnDisk.fresh()) {
      record.append("first");
      record.append("second");

      assertThat(findings(record.place.settings()))
          .filteredOn(finding -> !finding.subject().equals("Database privacy"))
          .containsExactly(
              Finding.good("Database", record.place.settings().name() + " opens"),
              Finding.good("Database schema", "it's up to date (6)"),
              Finding.good("Database writing", "it can be written to"),
              Finding.good("Audit log", "its newest row is 2, from 2026-11-23T09:00:00Z"));
      assertThat(record.count("write_probe")).isZero();
      assertThat(record.database.isWritable()).isTrue();
    }
  }

  @Test
  @Tag("sqlite")
  void warnsOfADatabaseThatOthersCanReadAndSaysWhatToRun() throws Exception {
    try (RecordOnDisk record = RecordOnDisk.file(directory)) {
      assertThat(finding(record.place, "Database privacy"))
          .isEqualTo(Finding.good("Database privacy", "only its owner can read it"));

      Path file = directory.resolve("mailbrake.db");
      Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

      assertThat(finding(record.place, "Database privacy"))
          .isEqualTo(
              Finding.bad(
                  "Database privacy",
                  "other users of this machine can access it",
                  "Run: chmod 700 '%s' && chmod 600 '%s'. Don't keep it in a directory that others need."
                      .formatted(directory, file)));
    }
  }

  @Test
  @Tag("sqlite")
  void leavesAnEmptyFileUnchanged() throws Exception {
    Path file = Files.createFile(directory.resolve("mailbrake.db"));

    assertThat(findings(FreshDatabase.file(file).settings()))
        .contains(
            Finding.good("Database schema", "it's empty; the tables are created on first start"));

    assertThat(file).isEmptyFile();
  }

  @Test
  void createsNothingInAnEmptyDatabase() throws Exception {
    FreshDatabase place = FreshDatabase.in(directory);
    execute(place, "create table made_for_a_moment (x integer)");
    execute(place, "drop table made_for_a_moment");

    for (int looks = 0; looks < 2; looks++) {
      assertThat(findings(place.settings()))
          .contains(
              Finding.good("Database schema", "it's empty; the tables are created on first start"),
              Finding.good("Database writing", "it can be written to"),
              Finding.good("Audit log", "it has no rows yet"));
    }
  }

  @Test
  void saysThatTheNextStartMigratesAndDoesNotMigrate() {
    FreshDatabase place = FreshDatabase.in(directory);
    EarlierVersion.migrates(place, "2");

    for (int looks = 0; looks < 2; looks++) {
      assertThat(finding(place, "Database schema"))
          .isEqualTo(
              Finding.good("Database schema", "it's 2; the next start brings it up to date"));
    }
  }

  @Test
  void saysThatANewerVersionHasWrittenIt() {
    try (RecordOnDisk record = RecordOnDisk.fresh()) {
      record.isMigratedByANewerVersion();

      assertThat(finding(record.place, "Database schema"))
          .isEqualTo(
              Finding.bad(
                  "Database schema",
                  "a newer version of Mailbrake has written it: its schema is 99",
                  "Start that version, or restore the backup made before it."));
    }
  }

  @Test
  void saysThatItIsAnotherProgramsDatabase() throws Exception {
    FreshDatabase place = FreshDatabase.in(directory);
    execute(place, "create table customers (name text)");

    assertThat(finding(place, "Database schema").seen())
        .isEqualTo("it has another program's tables and none of Mailbrake's");
  }

  @Test
  void saysThatTheNewestRowCannotBeRead() throws Exception {
    try (RecordOnDisk record = RecordOnDisk.fresh()) {
      record.execute("drop table audit_log");

      assertThat(finding(record.place, "Audit log").seen())
          .startsWith("its newest row can't be read: ");
    }
  }

  @Test
  @Tag("sqlite")
  void createsNoMissingFile() {
    Path file = directory.resolve("not/yet/there.db");

    assertThat(findings(FreshDatabase.file(file).settings()))
        .containsExactly(
            Finding.good("Database", file + " doesn't exist yet; it's created on first start"));
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  @Tag("sqlite")
  void saysThatAFileCannotBeCreated() throws Exception {
    Path inTheWay = Files.writeString(directory.resolve("data"), "in the way");
    Path file = inTheWay.resolve("mailbrake.db");

    assertThat(findings(FreshDatabase.file(file).settings()))
        .extracting(Finding::failed, Finding::seen)
        .containsExactly(
            Tuple.tuple(
                true,
                "%s doesn't exist and can't be created: %s isn't a writable directory"
                    .formatted(file, inTheWay)));
  }

  @Test
  @Tag("sqlite")
  void saysThatAFileIsNoDatabaseAndLeavesItAlone() throws Exception {
    Path file = Files.writeString(directory.resolve("mailbrake.db"), "x".repeat(5_000));

    List<Finding> findings = findings(FreshDatabase.file(file).settings());

    assertThat(findings.get(0).seen()).contains(file + " can't be opened: ", "not a database");
    assertThat(findings.subList(1, 4))
        .containsOnly(
            Finding.skipped("Database schema", "Database"),
            Finding.skipped("Database writing", "Database"),
            Finding.skipped("Audit log", "Database"));
    assertThat(file).hasContent("x".repeat(5_000));
  }

  @Test
  @Tag("sqlite")
  void leavesTheJournalOfAnotherProgramsFileAlone() throws Exception {
    FreshDatabase place = FreshDatabase.in(directory);
    execute(place, "create table customers (name text)");
    byte[] before = Files.readAllBytes(directory.resolve("mailbrake.db"));

    assertThat(finding(place, "Database writing").failed()).isFalse();

    assertThat(Files.readAllBytes(directory.resolve("mailbrake.db"))).isEqualTo(before);
  }

  @Test
  @Tag("sqlite")
  void saysThatAnotherProcessHasLockedIt() throws Exception {
    try (RecordOnDisk record = RecordOnDisk.fresh();
        Connection other = record.place.connect();
        Statement statement = other.createStatement()) {
      statement.execute("begin immediate");

      assertThat(finding(record.place, "Database writing").seen())
          .isEqualTo("it can't be written to: another process has locked it");
    }
  }

  @Test
  @Tag("postgresql")
  void saysThatNoServerAnswersWithoutThePassword() {
    String url = "jdbc:postgresql://127.0.0.1:1/mailbrake?password=hunter2";

    Finding database = findings(new DatabaseSettings(url)).get(0);

    assertThat(database.seen())
        .isEqualTo("jdbc:postgresql://127.0.0.1:1/mailbrake can't be opened: it cannot be reached");
    assertThat(database.failed()).isTrue();
  }

  @Test
  @Tag("postgresql")
  void saysThatItsUserMayOnlyRead() {
    FreshDatabase place = FreshDatabase.onPostgres();
    try (RecordOnDisk record = RecordOnDisk.at(place)) {
      record.append("first");
      DatabaseSettings readOnly =
          new DatabaseSettings(place.jdbcUrl() + "&options=-c%20default_transaction_read_only=on");

      assertThat(findings(readOnly))
          .extracting(Finding::failed)
          .containsExactly(false, false, true, false);
      assertThat(findings(readOnly).get(2).seen())
          .isEqualTo("it can't be written to: it is read-only");
    }
  }
}
