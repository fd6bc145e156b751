package dev.mailbrake.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mailbrake.fixture.RecordOnDisk;
import dev.mailbrake.request.port.LedgerUnavailable;
import dev.mailbrake.sandbox.database.FreshDatabase;
import java.nio.file.Path;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A command that opens a record next to the bot: it neither creates nor migrates anything. */
@Timeout(60)
class DatabaseVisitTest {
  @TempDir Path directory;
  private FreshDatabase place;

  @BeforeEach
  void isThere() {
    place = FreshDatabase.in(directory);
    Jdbi.create(place::connect).useHandle(handle -> handle.execute("select 1"));
  }

  @Test
  void refusesADatabaseWithoutARecordAndCreatesNone() {
    assertThatThrownBy(() -> Database.visit(place.settings()))
        .isInstanceOf(LedgerUnavailable.class)
        .hasMessageContaining("there is no record in it yet");

    assertThat(DatabaseCheck.of(place.settings()).look())
        .anyMatch(
            finding ->
                finding.seen().contains("it's empty; the tables are created on first start"));
  }

  @Test
  void refusesARecordOfAnOlderVersionAndDoesNotMigrateIt() {
    EarlierVersion.migrates(place, "2");

    assertThatThrownBy(() -> Database.visit(place.settings()))
        .isInstanceOf(LedgerUnavailable.class)
        .hasMessageContaining("an older version of Mailbrake has written it (its schema is 2)")
        .hasMessageContaining("Use the jar of the version that runs");

    assertThat(migrations()).containsExactly("1", "2");
  }

  @Test
  void refusesARecordOfANewerVersion() {
    try (RecordOnDisk record = RecordOnDisk.at(place)) {
      record.isMigratedByANewerVersion();
    }

    assertThatThrownBy(() -> Database.visit(place.settings()))
        .isInstanceOf(LedgerUnavailable.class)
        .hasMessageContaining("a newer version of Mailbrake has written it (its schema is 99)");
  }

  private List<String> migrations() {
    return Jdbi.create(place::connect)
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "select version from flyway_schema_history order by installed_rank")
                    .mapTo(String.class)
                    .list());
  }

  @Test
  void readsWhileTheBotWrites() {
    try (RecordOnDisk record = RecordOnDisk.fresh();
        Database visit = Database.visit(record.place.settings())) {
      long told =
          record.database.inTransaction(
              handle -> {
                handle.execute("delete from write_probe");
                return new SqlAuditLog(visit).told();
              });

      assertThat(told).isZero();
    }
  }
}
