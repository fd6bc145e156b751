package dev.mailbrake.story;

import static dev.mailbrake.sandbox.zoho.SampleOrganization.REBECCA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mailbrake.sandbox.process.BotProcess;
import dev.mailbrake.sandbox.slack.messages.SlackMessage;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

class RecordFailureTest {

  @Test
  void appliesAfterARestartWhatWasConfirmedBefore() {
    try (Workplace work = Workplace.open()) {
      SlackMessage card = work.ada.asksToBlock(REBECCA);
      work.zoho.inject(dev.mailbrake.sandbox.zoho.ZohoFault.DOWN);
      work.ada.presses(Workplace.BLOCK, card);
      work.card("Confirmed, not done yet");

      work.zoho.clearFaults();
      work.restarts();
      work.passes(java.time.Duration.ofSeconds(10));

      work.card("Blocked, verified");
      assertThat(work.zoho.writes()).hasSize(1);
    }
  }

  /** An outage passes; a bug's stack trace is needed to fix it. */
  @Test
  void saysThatMailbrakeIsAtFaultIfItsOwnSqlIsWrong() throws Exception {
    try (Workplace work = Workplace.open();
        LoggedErrors errors = LoggedErrors.open()) {
      SlackMessage card = work.ada.asksToBlock(REBECCA);
      work.rests();
      execute(work, "alter table audit_log rename column detail to gone");

      work.ada.presses(Workplace.BLOCK, card);
      String answer = work.ada.reads("Something went wrong in Mailbrake").plainText();

      assertThat(answer).doesNotContain("database");
      String id = answer.replaceAll("(?s).*Error ID for your admin: ", "").strip();
      assertThat(errors.traced()).singleElement().asString().contains("[" + id + "]");
      assertThat(work.zoho.writes()).isEmpty();
      assertThat(BotProcess.get(work.url("/health/ready"))).isEqualTo(200);

      execute(work, "alter table audit_log rename column gone to detail");
      work.ada.presses(Workplace.BLOCK, card);
      work.card("Blocked, verified");
    }
  }

  private static void execute(Workplace work, String sql) throws SQLException {
    try (Connection past = work.database.connect();
        Statement statement = past.createStatement()) {
      statement.execute(sql);
    }
  }

  @Test
  void chainsEveryAuditRowToTheOneBefore() {
    try (Workplace work = Workplace.open()) {
      work.nils.types("/mail-block rebecca@zylker.com sends phishing");
      work.nils.reads("not an approver");
      work.ada.presses(Workplace.BLOCK, work.ada.asksToBlock(REBECCA));
      work.card("Blocked, verified");

      assertThat(
              work.record()
                  .column(
                      """
                      select count(*) from audit_log later join audit_log earlier
                        on earlier.seq = later.seq - 1 and earlier.hash = later.previous_hash
                      """))
          .containsExactly("4");
      assertThat(work.record().column("select previous_hash from audit_log where seq = 1"))
          .containsExactly("0".repeat(64));
    }
  }

  @Test
  void recordsWhoWhatAndWhyInEveryRow() {
    try (Workplace work = Workplace.open()) {
      work.ada.presses(Workplace.BLOCK, work.ada.asksToBlock(REBECCA));
      work.card("Blocked, verified");

      assertThat(
              work.record()
                  .column(
                      """
                      select distinct actor_id || '|' || actor_name || '|' || zuid || '|'
                        || account_id || '|' || address || '|' || prior_state || '|' || reason
                      from audit_log
                      """))
          .containsExactly(
              "U0ADA00001|Ada Lovelace|9007199254740992|2560636000000008002|rebecca@zylker.com"
                  + "|ALLOWED|sends phishing");
    }
  }
}
