package dev.mailbrake.sandbox.zoho;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailbrake.sandbox.MovableClock;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class MinuteLimitTest {

  private final MovableClock clock = new MovableClock();
  @AutoClose private final FakeZoho zoho = FakeZoho.start(clock);
  private final Caller caller = new Caller(zoho).signedIn();

  @Test
  void locksAfterThirtyRequestsInAMinute() throws Exception {
    for (int i = 0; i < 30; i++) {
      assertThat(caller.get("/api/accounts").status()).isEqualTo(200);
    }
    assertThat(caller.get("/api/accounts").status()).isEqualTo(429);
    clock.passes(Duration.ofSeconds(59));
    assertThat(caller.get("/api/accounts").status()).isEqualTo(429);
    clock.passes(Duration.ofSeconds(1));
    assertThat(caller.get("/api/accounts").status()).isEqualTo(200);
  }

  @Test
  void forgetsRequestsOlderThanAMinute() throws Exception {
    zoho.settings().requestsPerMinute(2);
    caller.get("/api/accounts");
    clock.passes(Duration.ofSeconds(40));
    caller.get("/api/accounts");
    clock.passes(Duration.ofSeconds(20));
    assertThat(caller.get("/api/accounts").status()).isEqualTo(200);
    assertThat(caller.get("/api/accounts").status()).isEqualTo(429);
  }

  @Test
  void staysLockedForAsLongAsSet() throws Exception {
    zoho.settings().requestsPerMinute(1).lock(Duration.ofMinutes(20));
    caller.get("/api/accounts");
    caller.get("/api/accounts");
    clock.passes(Duration.ofMinutes(19));
    assertThat(caller.blockRebecca().status()).isEqualTo(429);
    assertThat(zoho.writes()).isEmpty();
  }

  @Test
  void answersInTheConfiguredForm() throws Exception {
    zoho.inject(ZohoFault.THROTTLED);
    zoho.settings().throttleForm(ThrottleBody.THROTTLED_400);
    var likeProjects = caller.get("/api/accounts");
    assertThat(likeProjects.status()).isEqualTo(400);
    assertThat(likeProjects.json().path("error").path("title").asText())
        .isEqualTo("URL_ROLLING_THROTTLES_LIMIT_EXCEEDED");
    zoho.settings().throttleForm(ThrottleBody.THROTTLED_500);
    assertThat(caller.get("/api/accounts").status()).isEqualTo(500);
    zoho.settings().throttleForm(ThrottleBody.THROTTLED_429);
    assertThat(caller.get("/api/accounts").errorCode())
        .isEqualTo("URL_ROLLING_THROTTLES_LIMIT_EXCEEDED");
  }
}
