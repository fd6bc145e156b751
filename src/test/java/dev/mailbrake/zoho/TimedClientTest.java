package dev.mailbrake.zoho;

import static dev.mailbrake.sandbox.zoho.SampleOrganization.REBECCA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mailbrake.mailbox.MailAddress;
import dev.mailbrake.metrics.Prometheus;
import dev.mailbrake.metrics.Scrape;
import dev.mailbrake.sandbox.MovableClock;
import dev.mailbrake.sandbox.zoho.FakeZoho;
import dev.mailbrake.sandbox.zoho.ZohoFault;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimedClientTest {
  private final MovableClock clock = new MovableClock();

  @ParameterizedTest
  @CsvSource({
    "THROTTLED, accounts, throttled",
    "DOWN, token, error",
    "ERROR_IN_200, accounts, error",
    "SCOPE_MISSING, accounts, refused",
    "HANG_UP, token, network",
    "REFRESH_REVOKED, token, refused",
    "TOKEN_THROTTLED_200, token, throttled"
  })
  void countsACallByItsResult(ZohoFault fault, String call, String result) {
    Scrape scrape = afterALookUp(fault);
    assertThat(scrape.sum(CALLS, label("call", call), label("result", result))).isEqualTo(1);
  }

  @Test
  void reportsTheRemainingBudgetAndTheTokensAge() {
    try (FakeZoho zoho = FakeZoho.start(clock);
        Prometheus prometheus = Prometheus.of("of a test")) {
      Zoho client = Access.asAdmin(zoho.url(), Access.CONFIGURED, clock, prometheus.meters());
      assertThat(prometheus.scrape())
          .contains("mailbrake_zoho_budget_left 30", "mailbrake_zoho_token_age_seconds NaN");

      client.directory().find(new MailAddress(REBECCA));
      clock.passes(Duration.ofSeconds(5));

      Scrape scrape = Scrape.of(prometheus);
      assertThat(scrape.sum(CALLS, label("result", "ok"))).isEqualTo(3);
      assertThat(scrape.sum("mailbrake_zoho_budget_left")).isEqualTo(28);
      assertThat(scrape.sum("mailbrake_zoho_token_age_seconds")).isEqualTo(5);

      zoho.inject(ZohoFault.THROTTLED);
      client.directory().find(new MailAddress(REBECCA));
      assertThat(Scrape.of(prometheus).sum("mailbrake_zoho_budget_left")).isZero();
    }
  }

  private static final String CALLS = "mailbrake_zoho_calls_seconds_count";

  private Scrape afterALookUp(ZohoFault fault) {
    try (FakeZoho zoho = FakeZoho.start(clock);
        Prometheus prometheus = Prometheus.of("of a test")) {
      zoho.inject(fault);
      Access.asAdmin(zoho.url(), Access.CONFIGURED, clock, prometheus.meters())
          .directory()
          .find(new MailAddress(REBECCA));
      return Scrape.of(prometheus);
    }
  }

  private static String label(String name, String value) {
    return name + "=\"" + value + "\"";
  }
}
