package dev.mailbrake.sandbox.zoho;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailbrake.sandbox.MovableClock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class TokenEndpointTest {

  private final MovableClock clock = new MovableClock();
  @AutoClose private final FakeZoho zoho = FakeZoho.start(clock);
  private final Caller caller = new Caller(zoho);

  @Test
  void givesAnAccessTokenForTheRefreshToken() throws Exception {
    var token = caller.refresh().json();
    assertThat(token.path("access_token").asText()).startsWith("1000.");
    assertThat(token.path("api_domain").asText()).isEqualTo("https://www.zohoapis.com");
    assertThat(token.path("token_type").asText()).isEqualTo("Bearer");
    assertThat(token.path("expires_in").asInt()).isEqualTo(3600);
    assertThat(token.path("scope").asText().split(",", -1))
        .containsExactlyInAnyOrderElementsOf(zoho.scopes());
    assertThat(token.has("refresh_token")).isFalse();
  }

  @Test
  void reportsWrongCredentialsWithHttp200() throws Exception {
    assertError("client_id", "x", 200, "invalid_client");
    assertError("client_secret", "x", 200, "invalid_client_secret");
    assertError("refresh_token", "x", 200, "invalid_code");
    assertError("grant_type", "password", 200, "invalid_client");
  }

  @Test
  void refusesSecretsInTheQueryString() throws Exception {
    String path = "/oauth/v2/token?" + Caller.encoded(Caller.refreshForm());
    assertThat(caller.send("POST", path, "application/x-www-form-urlencoded", "").status())
        .isEqualTo(400);
    assertThat(zoho.toString()).doesNotContain(FakeZoho.CLIENT_SECRET, FakeZoho.REFRESH_TOKEN);
    assertThat(zoho.tokensIssued()).isZero();
  }

  @Test
  void acceptsOnlyAPostedForm() throws Exception {
    String form = Caller.encoded(Caller.refreshForm());
    assertThat(caller.get("/oauth/v2/token").status()).isEqualTo(400);
    assertThat(caller.send("POST", "/oauth/v2/token", "application/json", form).status())
        .isEqualTo(400);
    assertThat(caller.token(Map.of("client_id", "x")).status()).isEqualTo(400);
    assertThat(caller.get("/oauth/v2/other").status()).isEqualTo(404);
  }

  @Test
  void masksTheSecretsInTheRecordedRequests() throws Exception {
    caller.refresh();
    assertThat(zoho.requests()).hasSize(1);
    assertThat(zoho.requests().get(0).body())
        .isEqualTo(
            "grant_type=refresh_token&client_id="
                + FakeZoho.CLIENT_ID
                + "&client_secret=***&refresh_token=***");
  }

  @Test
  void givesTenTokensInTenMinutes() throws Exception {
    for (int i = 0; i < 10; i++) {
      assertThat(caller.refresh().json().has("access_token")).isTrue();
    }
    var refused = caller.refresh();
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.json().path("error").asText()).isEqualTo("Access Denied");
    assertThat(refused.json().path("status").asText()).isEqualTo("failure");
    clock.passes(Duration.ofMinutes(10));
    assertThat(caller.refresh().json().has("access_token")).isTrue();
    assertThat(zoho.tokensIssued()).isEqualTo(11);
  }

  @Test
  void exchangesAGrantCodeOnceWithinTwoMinutes() throws Exception {
    String code = zoho.newGrantCode();
    assertThat(exchange(code).json().path("refresh_token").asText())
        .isEqualTo(FakeZoho.REFRESH_TOKEN);
    assertThat(exchange(code).json().path("error").asText()).isEqualTo("invalid_code");
    String late = zoho.newGrantCode();
    clock.passes(Duration.ofMinutes(2));
    assertThat(exchange(late).json().path("error").asText()).isEqualTo("invalid_code");
  }

  @Test
  void refusesARedirectAddressForASelfClientsCode() throws Exception {
    Map<String, String> form = exchangeForm(zoho.newGrantCode());
    form.put("redirect_uri", "https://example.com");
    assertThat(caller.token(form).json().path("error").asText()).isEqualTo("invalid_redirect_uri");
  }

  @Test
  void reportsAMissingSecretForAKnownClient() throws Exception {
    Map<String, String> known =
        Map.of("grant_type", "refresh_token", "client_id", FakeZoho.CLIENT_ID);
    Map<String, String> unknown = Map.of("grant_type", "refresh_token", "client_id", "x");
    assertThat(caller.token(known).json().path("error").asText())
        .isEqualTo("invalid_client_secret");
    assertThat(caller.token(unknown).json().path("error").asText()).isEqualTo("invalid_client");
  }

  @Test
  void omitsScopesAndRefreshTokenOnRequest() throws Exception {
    zoho.settings().scopeEchoed(false).refreshTokenGiven(false);
    var token = exchange(zoho.newGrantCode()).json();
    assertThat(token.has("access_token")).isTrue();
    assertThat(token.has("scope")).isFalse();
    assertThat(token.has("refresh_token")).isFalse();
  }

  @Test
  void locksOutRequestsWithACodeToo() throws Exception {
    zoho.inject(ZohoFault.TOKEN_THROTTLED_200.times(1));
    String code = zoho.newGrantCode();
    assertThat(exchange(code).json().path("status").asText()).isEqualTo("failure");
    assertThat(exchange(code).json().has("access_token")).as("the code is still good").isTrue();
  }

  @Test
  void expiresTokensAfterAnHour() throws Exception {
    caller.signedIn();
    clock.passes(Duration.ofMinutes(59));
    assertThat(caller.get("/api/accounts").status()).isEqualTo(200);
    clock.passes(Duration.ofMinutes(1));
    assertThat(caller.get("/api/accounts").errorCode()).isEqualTo("INVALID_OAUTHTOKEN");
  }

  @Test
  void expiresTokensAtOnceOnRequest() throws Exception {
    caller.signedIn();
    zoho.inject(ZohoFault.TOKENS_EXPIRED);
    assertThat(zoho.faults()).isEmpty();
    assertThat(caller.get("/api/accounts").status()).isEqualTo(401);
    assertThat(caller.signedIn().get("/api/accounts").status()).isEqualTo(200);
  }

  @Test
  void failsAsTheFaultSays() throws Exception {
    assertFault(ZohoFault.REFRESH_REVOKED, 200, "invalid_code");
    assertFault(ZohoFault.WRONG_CLIENT, 200, "invalid_client");
    assertFault(ZohoFault.TOKEN_THROTTLED_200, 200, "Access Denied");
    assertFault(ZohoFault.TOKEN_THROTTLED_400, 400, "Access Denied");
    assertFault(ZohoFault.TOKEN_THROTTLED_LOCALISED, 400, "拒绝访问");
    assertThat(caller.refresh().json().has("access_token")).isTrue();
  }

  private void assertFault(ZohoFault fault, int status, String error) throws Exception {
    zoho.inject(fault.times(1));
    var reply = caller.refresh();
    assertThat(reply.status()).isEqualTo(status);
    assertThat(reply.json().path("error").asText()).isEqualTo(error);
  }

  private void assertError(String name, String value, int status, String error) throws Exception {
    Map<String, String> form = Caller.refreshForm();
    form.put(name, value);
    var reply = caller.token(form);
    assertThat(reply.status()).isEqualTo(status);
    assertThat(reply.json().path("error").asText()).isEqualTo(error);
  }

  private Caller.Reply exchange(String code) throws Exception {
    return caller.token(exchangeForm(code));
  }

  private static Map<String, String> exchangeForm(String code) {
    Map<String, String> form = Caller.refreshForm();
    form.remove("refresh_token");
    form.put("grant_type", "authorization_code");
    form.put("code", code);
    return form;
  }
}
