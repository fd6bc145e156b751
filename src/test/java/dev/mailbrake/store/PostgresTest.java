package dev.mailbrake.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.mailbrake.config.DatabaseSettings;
import dev.mailbrake.fixture.RecordOnDisk;
import dev.mailbrake.request.port.LedgerUnavailable;
import dev.mailbrake.sandbox.database.FreshDatabase;
import dev.mailbrake.sandbox.database.TcpProxy;
import java.sql.Connection;
import java.sql.Statement;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What people learn if a PostgreSQL server does not work as expected. */
@Tag("postgresql")
@Timeout(60)
class PostgresTest {
  private final FreshDatabase place = FreshDatabase.onPostgres();

  @Test
  void opensAnExistingRecordWithoutChangingIt() {
    try (RecordOnDisk first = RecordOnDisk.at(place)) {
      first.append("kept");
    }
    try (RecordOnDisk again = RecordOnDisk.at(place)) {
      assertThat(again.count("audit_log")).isEqualTo(1);
      assertThat(again.database.isWritable()).isTrue();
    }
  }

  @Test
  void refusesARecordThatANewerVersionHasMigrated() {
    try (RecordOnDisk made = RecordOnDisk.at(place)) {
      made.isMigratedByANewerVersion();
    }
    assertThatThrownBy(() -> RecordOnDisk.at(place))
        .isInstanceOf(LedgerUnavailable.class)
        .hasMessageContaining("a newer version of Mailbrake has written it (its schema is 99)");
  }

  @Test
  void saysThatNoServerAnswers() {
    assertThatThrownBy(
            () -> Database.open(new DatabaseSettings("jdbc:postgresql://127.0.0.1:1/mailbrake")))
        .isInstanceOf(LedgerUnavailable.class)
        .hasMessage(
            "the database jdbc:postgresql://127.0.0.1:1/mailbrake cannot be opened:"
                + " it cannot be reached");
  }

  @Test
  void saysThatTheServerHasNoSuchDatabase() {
    String url = place.jdbcUrl().replaceFirst("/mailbrake_\\w+", "/nowhere");
    assertThatThrownBy(() -> Database.open(new DatabaseSettings(url)))
        .isInstanceOf(LedgerUnavailable.class)
        .hasMessageEndingWith("/nowhere cannot be opened: it does not exist on that server");
  }

  @Test
  void isNotWritableWhileTheServerIsReadOnlyAndRecovers() throws Exception {
    try (RecordOnDisk made = RecordOnDisk.at(place)) {
      readOnly(true);
      await()
          .untilAsserted(
              () ->
                  assertThatThrownBy(() -> made.append("lost"))
                      .isInstanceOf(LedgerUnavailable.class)
                      .hasMessage("the database cannot be written: it is read-only"));
      assertThat(made.database.isWritable()).isFalse();

      readOnly(false);
      await().until(made.database::isWritable);
      assertThat(made.count("audit_log")).isZero();
    }
  }

  @Test
  void isNotWritableWhileAnotherProcessHasLockedIt() throws Exception {
    try (RecordOnDisk made = RecordOnDisk.at(place)) {
      try (Connection other = place.connect();
          Statement lock = other.createStatement()) {
        other.setAutoCommit(false);
        lock.execute("lock table audit_log, write_probe");
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

  /** A process that stalls within a transaction must not stop the others. */
  @Test
  void letsTheServerEndIdleTransactions() {
    try (RecordOnDisk made = RecordOnDisk.at(place)) {
      assertThat(setting(made, "idle_in_transaction_session_timeout")).isEqualTo("10s");
      assertThat(setting(made, "lock_timeout")).isEqualTo("5s");
      assertThat(setting(made, "transaction_isolation")).isEqualTo("read committed");
    }
  }

  @Test
  void reportsACommitWithoutAnAnswerAsUnknown() {
    try (TcpProxy way = TcpProxy.to(place.url());
        RecordOnDisk made = RecordOnDisk.at(place, through(way))) {
      way.loseAnswerToCommitAfter("insert into audit_log");
      assertBreaksOffAtCommit(made);
      assertThat(made.count("audit_log")).as("the server had it").isEqualTo(1);

      way.loseCommitAfter("insert into audit_log");
      assertBreaksOffAtCommit(made);
      assertThat(made.count("audit_log")).as("the server never had it").isEqualTo(1);
    }
  }

  /** Each commit is sent as a statement of its own, by which it can be found. */
  private DatabaseSettings through(TcpProxy way) {
    return new DatabaseSettings(way.url(place.jdbcUrl()) + "&prepareThreshold=0");
  }

  private static void assertBreaksOffAtCommit(RecordOnDisk record) {
    assertThatThrownBy(() -> record.append("perhaps"))
        .isInstanceOfSatisfying(
            LedgerUnavailable.class, broken -> assertThat(broken.mayBeWritten()).isTrue())
        .hasMessage("the database failed during the commit: it cannot be reached");
  }

  private static String setting(RecordOnDisk record, String name) {
    return Jdbi.create(record.database.dataSource())
        .withHandle(handle -> handle.createQuery("show " + name).mapTo(String.class).one());
  }

  private void readOnly(boolean on) throws Exception {
    try (Connection other = place.connect();
        Statement statement = other.createStatement()) {
      statement.execute("set session characteristics as transaction read write");
      statement.execute(
          "alter database %s set default_transaction_read_only = %s"
              .formatted(other.getCatalog(), on ? "on" : "off"));
      statement.execute(
          """
          select pg_terminate_backend(pid) from pg_stat_activity
          where datname = current_database() and pid <> pg_backend_pid()
          """);
    }
  }
}
