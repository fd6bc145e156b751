package dev.mailbrake.story;

import static dev.mailbrake.sandbox.zoho.SampleOrganization.REBECCA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.mailbrake.sandbox.database.TcpProxy;
import dev.mailbrake.sandbox.slack.messages.SlackMessage;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Tag("postgresql")
@Timeout(90)
class PostgresFailureTest {
  private static final List<String> WRITTEN =
      List.of(
          "write_probe",
          "audit_log",
          "requests",
          "cards",
          "interactions",
          "zoho_calls",
          "scheduled_tasks");

  private final Workplace work = Workplace.open();
  private final TcpProxy way = TcpProxy.to(work.database.url());

  @AfterEach
  void close() {
    work.close();
    way.close();
  }

  @Test
  void recoversFromAFullDisk() throws Exception {
    new RecordOutage(work, "the disk is full")
        .isSurvived(
            () -> {
              execute(
                  """
                  create function no_room() returns trigger language plpgsql as
                  $$ begin raise exception 'could not extend file' using errcode = '53100'; end $$
                  """);
              for (String table : WRITTEN) {
                execute(
                    "create trigger no_room before insert or update on %s execute function no_room()"
                        .formatted(table));
              }
            },
            () -> execute("drop function no_room cascade"));
  }

  @Test
  void recoversFromAReadOnlyServer() throws Exception {
    try {
      new RecordOutage(work, "it is read-only")
          .isSurvived(() -> readOnly("= on"), () -> readOnly("= off"));
    } finally {
      readOnly("= default");
    }
  }

  @Test
  void recoversFromALockOfAnotherProcess() throws Exception {
    try (Connection other = work.database.connect();
        Statement lock = other.createStatement()) {
      other.setAutoCommit(false);
      new RecordOutage(work, "another process has locked it")
          .isSurvived(
              () ->
                  lock.execute("lock table audit_log, interactions, write_probe in exclusive mode"),
              other::rollback);
    }
  }

  @Test
  void recoversFromAServerOutage() throws Exception {
    work.restarts(Map.of("DATABASE_URL", way.url(work.database.url())));
    new RecordOutage(work, "it cannot be reached").isSurvived(way::goDown, way::comeBack);
  }

  @Test
  void doesNothingForAClickWhoseConnectionEndsInMidTransaction() throws Exception {
    SlackMessage card = work.ada.asksToBlock(REBECCA);
    try (Connection other = work.database.connect();
        Statement outside = other.createStatement()) {
      other.setAutoCommit(false);
      outside.execute("lock table audit_log in exclusive mode");
      work.ada.presses(Workplace.BLOCK, card);
      await()
          .atMost(Workplace.PATIENCE)
          .until(
              () ->
                  work
                      .record()
                      .column(
                          "select query from pg_stat_activity where wait_event_type = 'Lock'"
                              + " and datname = current_database()")
                      .stream()
                      .anyMatch(query -> query.contains("insert into audit_log")));
      outside.execute(
          """
          select pg_terminate_backend(pid) from pg_stat_activity
          where datname = current_database() and query like 'insert into audit_log%'
          """);
      other.rollback();
    }
    work.ada.reads("Nothing was done", "it is being stopped or started");
    assertThat(work.record().events()).containsExactly("ASKED");

    work.ada.presses(Workplace.BLOCK, card);
    work.card("Blocked, verified");
    assertThat(work.zoho.writes()).hasSize(1);
  }

  /** Makes each commit a statement of its own, by which it can be found. */
  private String unprepared() {
    return way.url(work.database.jdbcUrl()) + "&prepareThreshold=0";
  }

  @Test
  void saysThatTheOutcomeIsUnknownIfTheAnswerToTheCommitIsLost() {
    work.restarts(Map.of("DATABASE_URL", unprepared()));
    SlackMessage card = work.ada.asksToBlock(REBECCA);
    way.loseAnswerToCommitAfter("insert into audit_log");
    work.ada.presses(Workplace.BLOCK, card);

    work.ada.reads("It is not known whether this was done", "Look at the card");
    work.clock.passes(
        Duration.ofSeconds(2)); // Nobody signaled the job, so it waits for the next poll.
    work.card("Blocked, verified");
    assertThat(work.zoho.writes()).hasSize(1);
  }

  @Test
  void saysThatTheOutcomeIsUnknownIfTheCommitItselfIsLost() {
    work.restarts(Map.of("DATABASE_URL", unprepared()));
    SlackMessage card = work.ada.asksToBlock(REBECCA);
    way.loseCommitAfter("insert into audit_log");
    work.ada.presses(Workplace.BLOCK, card);

    work.ada.reads("It is not known whether this was done", "Look at the card");
    assertThat(work.record().events()).containsExactly("ASKED");
    work.ada.presses(Workplace.BLOCK, card);
    work.card("Blocked, verified");
    assertThat(work.zoho.writes()).hasSize(1);
  }

  /** A setting of the whole server: existing connections follow it too. */
  private void readOnly(String value) throws SQLException {
    execute("alter system set default_transaction_read_only " + value);
    execute("select pg_reload_conf()");
  }

  private void execute(String sql) throws SQLException {
    try (Connection other = work.database.connect();
        Statement statement = other.createStatement()) {
      statement.execute(sql);
    }
  }
}
