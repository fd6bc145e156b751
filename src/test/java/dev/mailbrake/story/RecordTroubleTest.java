package dev.mailbrake.story;

import static dev.mailbrake.sandbox.zoho.SampleOrganization.REBECCA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mailbrake.sandbox.slack.SlackMessage;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class RecordTroubleTest {

  @Test
  @Tag("sqlite")
  void doesNothingWhileItsRecordCannotBeWrittenAndSaysSo() throws Exception {
    try (Workplace work = Workplace.open()) {
      SlackMessage card = work.ada.asksToBlock(REBECCA);
      work.comesToRest();
      try (Connection other = DriverManager.getConnection(work.database.url());
          Statement lock = other.createStatement()) {
        lock.execute("begin exclusive");
        assertThat(ready(work)).isEqualTo(503);
        work.ada.presses(Workplace.BLOCK, card);
        work.ada.reads("Nothing was done: Mailbrake cannot write its record");
        lock.execute("rollback");
      }
      assertThat(work.zoho.writes()).isEmpty();
      assertThat(ready(work)).isEqualTo(200);

      work.ada.presses(Workplace.BLOCK, card);
      work.card("Blocked, verified");
    }
  }

  @Test
  @Tag("sqlite")
  void doesNothingOnAReadOnlyDatabase() throws Exception {
    try (Workplace work = Workplace.open()) {
      SlackMessage card = work.ada.asksToBlock(REBECCA);
      work.restarts(
          Map.of(
              "DATABASE_URL", work.database.url().replace("sqlite:", "sqlite:file:") + "?mode=ro"));

      assertThat(ready(work)).isEqualTo(503);
      work.ada.presses(Workplace.BLOCK, card);

      work.ada.reads("Nothing was done", "read-only");
      assertThat(work.zoho.writes()).isEmpty();
    }
  }

  @Test
  @Tag("sqlite")
  void doesNothingOnAFullDisk() throws Exception {
    try (Workplace work = Workplace.open()) {
      SlackMessage card = work.ada.asksToBlock(REBECCA);
      work.restarts(Map.of("DATABASE_URL", work.database.url() + "?max_page_count=" + pages(work)));
      String reason = "x".repeat(500);
      for (int i = 0; i < 30; i++) {
        work.ada.types("/mail-block nobody" + i + "@zylker.com " + reason);
      }
      work.ada.reads("Nothing was done", "the disk is full");

      work.ada.presses(Workplace.BLOCK, card);
      work.ada.reads("Nothing was done", "the disk is full");
      assertThat(work.zoho.writes()).isEmpty();
      assertThat(ready(work)).isEqualTo(503);
    }
  }

  @Test
  void takesUpAfterARestartWhatWasConfirmedBefore() {
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
  void writesWhoWhatAndWhyIntoEveryRow() {
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

  private static int ready(Workplace work) throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(work.url("/health/ready")).build(),
            HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }

  private static int pages(Workplace work) throws SQLException {
    try (Connection file = DriverManager.getConnection(work.database.url());
        Statement ask = file.createStatement();
        var answer = ask.executeQuery("pragma page_count")) {
      return answer.getInt(1) + 1;
    }
  }
}
