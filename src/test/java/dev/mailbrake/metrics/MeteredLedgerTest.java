package dev.mailbrake.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.mailbrake.audit.AuditEntry;
import dev.mailbrake.audit.AuditEvent;
import dev.mailbrake.audit.AuditSubject;
import dev.mailbrake.audit.PersonName;
import dev.mailbrake.fixture.SampleRequest;
import dev.mailbrake.request.model.ChangeRequest;
import dev.mailbrake.request.model.RequestState;
import dev.mailbrake.request.port.Ledger;
import dev.mailbrake.request.port.LedgerUnavailable;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class MeteredLedgerTest {
  private static final PersonName ADA = new PersonName("U0ADA00001", "Ada Lovelace");

  @AutoClose private final Prometheus prometheus = Prometheus.of("of a test");
  private final Ledger.Transaction entry = mock(Ledger.Transaction.class, RETURNS_DEEP_STUBS);
  private boolean commits = true;
  private final MeteredLedger ledger = MeteredLedger.over(new OneEntry(), prometheus.meters());

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
    appends(event, ADA, "BLOCK", "");

    assertThat(scrape().sum("mailbrake_" + name + "_total", label)).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(AuditEvent.class)
  void countsNothingOfWhatIsRolledBack(AuditEvent event) {
    when(entry.requests().find(any())).thenReturn(Optional.of(ended(RequestState.VERIFIED)));
    commits = false;

    assertThatThrownBy(() -> appends(event, ADA, "BLOCK", ""))
        .isInstanceOf(LedgerUnavailable.class);

    for (String name : new String[] {"requests", "decisions", "outcomes", "drift"}) {
      assertThat(scrape().sum("mailbrake_" + name + "_total")).isZero();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "not-an-approver, not-an-approver",
    "cannot-look-up: Zoho does not answer in time, cannot-look-up",
    "'Words, of somebody: ada@zylker.com', other",
    "'', other"
  })
  void namesARefusalByItsRuleAlone(String detail, String rule) {
    appends(AuditEvent.REFUSED, ADA, "STATUS", detail);
    appends(AuditEvent.REFUSED_CLICK, ADA, "", detail);

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
  void tellsTheQuestionAtTheEndOfABlockFromWhatSomebodyAsked() {
    appends(AuditEvent.ASKED, PersonName.MAILBRAKE, "ALLOW", "");

    assertThat(scrape().sum("mailbrake_requests_total", "verdict=\"end_of_block\"")).isEqualTo(1);
  }

  @Test
  void timesFromTheConfirmationToWhatZohoShows() {
    when(entry.requests().find(any())).thenReturn(Optional.of(ended(RequestState.VERIFIED)));

    appends(AuditEvent.OUTCOME, ADA, "BLOCK", "");

    Scrape scrape = scrape();
    assertThat(scrape.sum("mailbrake_outcomes_total", "outcome=\"verified\"")).isEqualTo(1);
    assertThat(scrape.sum("mailbrake_confirm_to_verified_seconds_sum")).isEqualTo(10);
    assertThat(scrape.sum("mailbrake_confirm_to_verified_seconds_bucket", "le=\"5.0\"")).isZero();
    assertThat(scrape.sum("mailbrake_confirm_to_verified_seconds_bucket", "le=\"10.0\""))
        .isEqualTo(1);
  }

  @Test
  void waitsForTheEndOfWhatZohoOnlyAccepted() {
    when(entry.requests().find(any())).thenReturn(Optional.of(ended(RequestState.ACCEPTED)));

    appends(AuditEvent.OUTCOME, ADA, "BLOCK", "");

    assertThat(scrape().sum("mailbrake_outcomes_total")).isZero();
  }

  @Test
  void showsEveryOutcomeAtZeroFromTheStart() {
    assertThat(scrape().toString())
        .contains("mailbrake_outcomes_total{action=\"block\",outcome=\"failed\"} 0")
        .contains("mailbrake_drift_total{action=\"allow\"} 0");
  }

  /** Ten seconds after it was confirmed. */
  private static ChangeRequest ended(RequestState state) {
    return SampleRequest.block().state(state).note("").made();
  }

  private void appends(AuditEvent event, PersonName who, String action, String detail) {
    AuditSubject subject = new AuditSubject("id", action, "", "", "rebecca@zylker.com", "");
    AuditEntry row =
        new AuditEntry(SampleRequest.ASKED_AT, event, who, subject, "sends phishing", detail);
    ledger.transaction(
        in -> {
          in.audit().append(row);
          return row;
        });
  }

  private Scrape scrape() {
    return Scrape.of(prometheus);
  }

  private final class OneEntry implements Ledger {
    @Override
    public <T> T transaction(Function<Transaction, T> work) {
      T result = work.apply(entry);
      if (!commits) {
        throw new LedgerUnavailable("not committed", new IllegalStateException());
      }
      return result;
    }
  }
}
