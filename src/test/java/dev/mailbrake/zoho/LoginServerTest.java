package dev.mailbrake.zoho;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mailbrake.config.Secret;
import dev.mailbrake.config.ZohoApplication.OAuthClient;
import dev.mailbrake.mailbox.Failure;
import dev.mailbrake.mailbox.Failure.Kind;
import dev.mailbrake.sandbox.MovableClock;
import dev.mailbrake.sandbox.zoho.FakeZoho;
import dev.mailbrake.sandbox.zoho.RequestKind;
import dev.mailbrake.sandbox.zoho.ZohoFault;
import dev.mailbrake.zoho.AccessTokens.AccessToken;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LoginServerTest {
  private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

  @AutoClose private final FakeZoho zoho = FakeZoho.start(new MovableClock());

  @Test
  void exchangesTheRefreshTokenForAnAccessTokenOfAnHour() throws Exception {
    AccessToken token = grant(Access.refresh()).access();

    assertThat(token.value().reveal()).isNotBlank();
    assertThat(token.life()).isEqualTo(Duration.ofHours(1));
  }

  @Test
  void sendsTheSecretsInTheBodyAndNotInTheAddress() throws Exception {
    grant(Access.refresh());

    assertThat(zoho.requests())
        .singleElement()
        .satisfies(
            sent -> {
              assertThat(sent.path()).isEqualTo("/oauth/v2/token");
              assertThat(sent.body())
                  .contains("grant_type=refresh_token", "client_secret=***", "refresh_token=***");
            });
  }

  @Test
  void escapesSecrets() {
    Secret odd = new Secret("a&b=c d+e%f");

    Failure failure = failure(refreshWith(odd));

    assertThat(failure.reason()).contains("invalid_client_secret").doesNotContain("a&b");
  }

  @ParameterizedTest
  @CsvSource({
    "REFRESH_REVOKED, invalid_code, ZOHO_REFRESH_TOKEN",
    "WRONG_CLIENT, invalid_client, ZOHO_DATA_CENTER"
  })
  void namesTheSettingToFix(ZohoFault fault, String code, String setting) {
    zoho.inject(fault);

    Failure failure = failure(Access.refresh());

    assertThat(failure.kind()).isEqualTo(Kind.REFUSED);
    assertThat(failure.reason()).contains(code);
    assertThat(failure.remedy()).contains(setting);
    assertThat(failure.pause()).isZero();
  }

  @Test
  void namesTheSettingsIfTheSecretIsWrong() {
    Failure failure = failure(refreshWith(new Secret("wrong")));

    assertThat(failure.kind()).isEqualTo(Kind.REFUSED);
    assertThat(failure.sentence()).contains("invalid_client_secret", "ZOHO_CLIENT_SECRET");
  }

  @ParameterizedTest
  @EnumSource(names = {"TOKEN_THROTTLED_200", "TOKEN_THROTTLED_400", "TOKEN_THROTTLED_LOCALISED"})
  void pausesForTenMinutesAfterTooManyTokenRequestsInAnyLanguage(ZohoFault fault) {
    zoho.inject(fault);

    Failure failure = failure(Access.refresh());

    assertThat(failure.isPassing()).isTrue();
    assertThat(failure.reason()).contains("too many");
    assertThat(failure.pause()).isEqualTo(TEN_MINUTES);
  }

  @ParameterizedTest
  @CsvSource({"DOWN, HTTP 503", "HTML, HTTP 200", "RESET, dropped the connection"})
  void treatsAFailingLoginServerAsTemporary(ZohoFault fault, String words) {
    zoho.inject(fault.on(RequestKind.TOKEN));

    Failure failure = failure(Access.refresh());

    assertThat(failure.isPassing()).isTrue();
    assertThat(failure.reason()).startsWith("Zoho's login server").contains(words);
    assertThat(failure.pause()).isZero();
  }

  @Test
  void treatsAnUnreachableLoginServerAsTemporary() {
    zoho.close();

    Failure failure = failure(Access.refresh());

    assertThat(failure.isPassing()).isTrue();
    assertThat(failure.reason()).isEqualTo("Zoho's login server cannot be reached");
  }

  private static TokenBody refreshWith(Secret clientSecret) {
    return TokenBody.refresh(
        new OAuthClient(FakeZoho.CLIENT_ID, clientSecret), Access.refreshToken());
  }

  private Failure failure(TokenBody form) {
    return catchThrowableOfType(ZohoException.class, () -> grant(form)).failure();
  }

  private GrantedToken grant(TokenBody form) throws ZohoException {
    return ZohoHttp.open().login(zoho.url()).grant(form);
  }
}
