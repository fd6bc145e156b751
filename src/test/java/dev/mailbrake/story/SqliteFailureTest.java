package dev.mailbrake.story;

import static dev.mailbrake.sandbox.zoho.SampleOrganization.REBECCA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mailbrake.sandbox.slack.messages.SlackMessage;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Tag("sqlite")
@Timeout(90)
class SqliteFailureTest {
  private static final List<String> GROWING = List.of("audit_log", "interactions", "zoho_calls");

  @AutoClose private final Workplace work = Workplace.open();

  @Test
  void recoversFromALockOfAnotherProcess() throws Exception {
    try (Connection other = work.database.connect();
        Statement lock = other.createStatement()) {
      new RecordOutage(work, "another process has locked it")
          .isSurvived(() -> lock.execute("begin exclusive"), () -> lock.execute("rollback"));
    }
  }

  @Test
  void recoversFromAFullDisk() throws Exception {
    try (Connection other = work.database.connect();
        Statement outside = other.createStatement()) {
      outside.execute("create table ballast (filler blob)");
      outside.execute("insert into ballast values (zeroblob(400000))");
      int limit = number(outside, "pragma page_count") + 20;
      work.restarts(Map.of("DATABASE_URL", work.database.url() + "?max_page_count=" + limit));

      new RecordOutage(work, "the disk is full")
          .isSurvived(() -> fill(outside, limit), () -> makeRoom(outside));
    }
  }

  /** Rows that would fit into the tables' existing pages must also need new ones. */
  private static void fill(Statement outside, int limit) throws SQLException {
    while (number(outside, "pragma page_count") < limit) {
      outside.execute("insert into ballast values (zeroblob(4000))");
    }
    for (String table : GROWING) {
      outside.execute(
          """
          create trigger %1$s_grows after insert on %1$s
          begin insert into ballast values (zeroblob(40000)); end
          """
              .formatted(table));
    }
  }

  private static void makeRoom(Statement outside) throws SQLException {
    for (String table : GROWING) {
      outside.execute("drop trigger %s_grows".formatted(table));
    }
    outside.execute("drop table ballast");
  }

  private static int number(Statement statement, String sql) throws SQLException {
    try (ResultSet answer = statement.executeQuery(sql)) {
      return answer.getInt(1);
    }
  }

  @Test
  void doesNothingOnAReadOnlyFileUntilItIsRestartedOnAWritableOne() {
    SlackMessage card = work.ada.asksToBlock(REBECCA);
    String url = work.database.url();
    work.restarts(Map.of("DATABASE_URL", url.replace("sqlite:", "sqlite:file:") + "?mode=ro"));

    work.ada.presses(Workplace.BLOCK, card);
    work.ada.reads("Nothing was done", "it is read-only");
    assertThat(work.zoho.writes()).isEmpty();

    work.restarts(Map.of("DATABASE_URL", url));
    work.ada.presses(Workplace.BLOCK, card);
    work.card("Blocked, verified");
    assertThat(work.zoho.writes()).hasSize(1);
  }
}
