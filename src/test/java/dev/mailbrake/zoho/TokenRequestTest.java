package dev.mailbrake.zoho;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mailbrake.config.OAuthClient;
import dev.mailbrake.config.Secret;
import dev.mailbrake.mailbox.Trouble;
import dev.mailbrake.mailbox.Trouble.Kind;
import dev.mailbrake.sandbox.MovableClock;
import dev.mailbrake.sandbox.zoho.FakeZoho;
import dev.mailbrake.sandbox.zoho.RequestKind;
import dev.mailbrake.sandbox.zoho.ZohoFault;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TokenRequestTest {
  private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

  @AutoClose private final FakeZoho zoho = FakeZoho.start(new MovableClock());

  @Test
  void tradesTheRefreshTokenForAnAccessTokenOfAnHour() throws Exception {
    AccessToken token = request(Access.refresh()).fetch();

    assertThat(token.value().reveal()).isNotBlank();
    assertThat(token.life()).isEqualTo(Duration.ofHours(1));
  }

  @Test
  void sendsTheSecretsInTheBodyAndNotInTheAddress() throws Exception {
    request(Access.refresh()).fetch();

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
  void escapesWhatStandsInASecret() {
    Secret odd = new Secret("a&b=c d+e%f");

    Trouble trouble = failure(refreshWith(odd));

    assertThat(trouble.reason()).contains("invalid_client_secret").doesNotContain("a&b");
  }

  @ParameterizedTest
  @CsvSource({
    "REFRESH_REVOKED, invalid_code, ZOHO_REFRESH_TOKEN",
    "WRONG_CLIENT, invalid_client, ZOHO_DATA_CENTER"
  })
  void namesTheSettingThatHasToBeMended(ZohoFault fault, String code, String setting) {
    zoho.inject(fault);

    Trouble trouble = failure(Access.refresh());

    assertThat(trouble.kind()).isEqualTo(Kind.CREDENTIALS);
    assertThat(trouble.reason()).contains(code);
    assertThat(trouble.remedy()).contains(setting);
    assertThat(trouble.pause()).isZero();
  }

  @Test
  void namesTheSettingsWhereTheSecretIsWrong() {
    Trouble trouble = failure(refreshWith(new Secret("wrong")));

    assertThat(trouble.kind()).isEqualTo(Kind.CREDENTIALS);
    assertThat(trouble.sentence()).contains("invalid_client_secret", "ZOHO_CLIENT_SECRET");
  }

  @ParameterizedTest
  @EnumSource(names = {"TOKEN_THROTTLED_200", "TOKEN_THROTTLED_400", "TOKEN_THROTTLED_LOCALISED"})
  void leavesZohoAloneForTenMinutesWhereTooManyTokensWereAskedForInAnyLanguage(ZohoFault fault) {
    zoho.inject(fault);

    Trouble trouble = failure(Access.refresh());

    assertThat(trouble.isPassing()).isTrue();
    assertThat(trouble.reason()).contains("too many");
    assertThat(trouble.pause()).isEqualTo(TEN_MINUTES);
  }

  @ParameterizedTest
  @CsvSource({"DOWN, HTTP 503", "HTML, HTTP 200", "RESET, broke the connection off"})
  void takesALoginServerOutOfOrderForPassingTrouble(ZohoFault fault, String words) {
    zoho.inject(fault.on(RequestKind.TOKEN));

    Trouble trouble = failure(Access.refresh());

    assertThat(trouble.isPassing()).isTrue();
    assertThat(trouble.reason()).startsWith("Zoho's login server").contains(words);
    assertThat(trouble.pause()).isZero();
  }

  @Test
  void takesALoginServerThatIsNotThereForPassingTrouble() {
    zoho.close();

    Trouble trouble = failure(Access.refresh());

    assertThat(trouble.isPassing()).isTrue();
    assertThat(trouble.reason()).isEqualTo("Zoho's login server cannot be reached");
  }

  private static TokenForm refreshWith(Secret clientSecret) {
    return TokenForm.refresh(
        new OAuthClient(FakeZoho.CLIENT_ID, clientSecret), Access.refreshToken());
  }

  private Trouble failure(TokenForm form) {
    return catchThrowableOfType(ZohoTroubled.class, request(form)::fetch).trouble();
  }

  private TokenRequest request(TokenForm form) {
    Wire wire = Wire.open();
    return new TokenRequest(wire.accounts(zoho.url()), wire.reader(), form);
  }
}
