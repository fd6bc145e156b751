package dev.mailbrake.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailbrake.audit.AuditEntry;
import dev.mailbrake.audit.AuditEntry.AuditSubject;
import dev.mailbrake.audit.AuditEvent;
import dev.mailbrake.audit.PersonName;
import dev.mailbrake.fixture.SampleRequest;
import dev.mailbrake.request.model.ChangeRequest;
import dev.mailbrake.request.model.RequestState;
import dev.mailbrake.request.port.Ledger.Committed;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuditCountsTest {
  private static final PersonName ADA = new PersonName("U0ADA00001", "Ada Lovelace");

  @AutoClose private final Prometheus prometheus = Prometheus.of("of a test");
  private final AuditCounts counts = new AuditCounts(prometheus.meters());

  @ParameterizedTest
  @CsvSource({
    "ASKED, requests, verdict=\"asked\"",
    "CONFIRMED, decisions, decision=\"confirmed\"",
    "FIRST_CONFIRMED, decisions, decision=\"first_confirmed\"",
    "CANCELLED, decisions, decision=\"cancelled\"",
    "EXPIRED, decisions, decision=\"expired\"",
    "KEPT, decisions, decision=\"kept\"",
    "DRIFT, drift, action=\"block\""
  })
  void countsWhatIsCommitted(AuditEvent event, String name, String label) {
    counts(entry(event, ADA, "BLOCK"));

    assertThat(scrape().sum("mailbrake_" + name + "_total", label)).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "not-an-approver, '', not-an-approver",
    "cannot-look-up, Zoho does not answer in time, cannot-look-up",
    "'', '', other"
  })
  void namesARefusalByItsRuleOnly(String refusedBy, String cause, String rule) {
    counts(entry(AuditEvent.REFUSED, ADA, "STATUS").refusedBy(refusedBy, cause));
    counts(entry(AuditEvent.REFUSED_CLICK, ADA, "").refusedBy(refusedBy, cause));

    assertThat(
            scrape()
                .sum(
                    "mailbrake_requests_total",
                    "command=\"status\"",
                    "verdict=\"refused\"",
                    "rule=\"" + rule + "\""))
        .isEqualTo(1);
    assertThat(
            scrape().sum("mailbrake_decisions_total", "action=\"none\"", "rule=\"" + rule + "\""))
        .isEqualTo(1);
  }

  @Test
  void separatesTheReminderOfABlocksEndFromRequests() {
    counts(entry(AuditEvent.ASKED, PersonName.MAILBRAKE, "ALLOW"));

    assertThat(scrape().sum("mailbrake_requests_total", "verdict=\"end_of_block\"")).isEqualTo(1);
  }

  @Test
  void timesFromTheConfirmationUntilZohoShowsIt() {
    ends(RequestState.VERIFIED);

    Scrape scrape = scrape();
    assertThat(scrape.sum("mailbrake_outcomes_total", "outcome=\"verified\"")).isEqualTo(1);
    assertThat(scrape.sum("mailbrake_confirm_to_verified_seconds_sum")).isEqualTo(10);
    assertThat(scrape.sum("mailbrake_confirm_to_verified_seconds_bucket", "le=\"5.0\"")).isZero();
    assertThat(scrape.sum("mailbrake_confirm_to_verified_seconds_bucket", "le=\"10.0\""))
        .isEqualTo(1);
  }

  @Test
  void waitsForTheEndOfAChangeThatZohoOnlyAccepted() {
    ends(RequestState.ACCEPTED);

    assertThat(scrape().sum("mailbrake_outcomes_total")).isZero();
  }

  @Test
  void showsEveryOutcomeAtZeroFromTheStart() {
    assertThat(scrape().toString())
        .contains("mailbrake_outcomes_total{action=\"block\",outcome=\"failed\"} 0")
        .contains("mailbrake_drift_total{action=\"allow\"} 0");
  }

  /** Ten seconds after it was confirmed. */
  private void ends(RequestState state) {
    ChangeRequest ended = SampleRequest.block().state(state).note("").made();
    ChangeRequest another = SampleRequest.block().state(RequestState.FAILED).made();
    AuditEntry outcome = ended.audited(AuditEvent.OUTCOME, ADA, "", SampleRequest.ASKED_AT);
    counts.count(new Committed(List.of(outcome), List.of(another, ended), true));
  }

  private static AuditEntry entry(AuditEvent event, PersonName who, String action) {
    AuditSubject subject = new AuditSubject("id", action, "", "", "rebecca@zylker.com", "");
    return new AuditEntry(SampleRequest.ASKED_AT, event, who, subject, "sends phishing", "");
  }

  private void counts(AuditEntry entry) {
    counts.count(new Committed(List.of(entry), List.of(), false));
  }

  private Scrape scrape() {
    return Scrape.of(prometheus);
  }
}
