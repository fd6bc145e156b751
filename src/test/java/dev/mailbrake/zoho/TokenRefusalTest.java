package dev.mailbrake.zoho;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailbrake.mailbox.Failure;
import dev.mailbrake.mailbox.Failure.Kind;
import dev.mailbrake.zoho.TokenBody.Grant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TokenRefusalTest {
  private static final List<String> DOCUMENTED =
      List.of(
          "invalid_code",
          "invalid_client",
          "invalid_client_secret",
          "invalid_redirect_uri",
          "unauthorized_client",
          "access_denied");

  @ParameterizedTest
  @CsvSource({
    "invalid_code, generate a new one in the API console",
    "invalid_grant, generate a new one in the API console",
    "invalid_client, ZOHO_DATA_CENTER",
    "invalid_client_secret, Set ZOHO_CLIENT_SECRET",
    "invalid_redirect_uri, on a Self Client",
    "unauthorized_client, Create a Self Client",
    "access_denied, as an administrator"
  })
  void namesTheCodeAndWhatToDo(String code, String remedy) {
    Failure failure = refused(code);

    assertThat(failure.kind()).isEqualTo(Kind.REFUSED);
    assertThat(failure.reason()).contains("(" + code + ")");
    assertThat(failure.remedy()).contains(remedy).endsWith(".");
  }

  @Test
  void hasAnotherRemedyForEachOfThem() {
    assertThat(DOCUMENTED.stream().map(TokenRefusalTest::refused).map(Failure::remedy))
        .doesNotHaveDuplicates()
        .hasSameSizeAs(DOCUMENTED);
  }

  @Test
  void suggestsAuthorizeIfTheRefreshTokenIsRefused() {
    assertThat(
            TokenRefusal.failure(
                    Grant.REFRESH_TOKEN, Said.said(200, "{\"error\": \"invalid_code\"}"))
                .sentence())
        .contains("refresh token", "Authorize again and set ZOHO_REFRESH_TOKEN.");
  }

  @ParameterizedTest
  @EnumSource
  void pausesForTenMinutesIfZohoLockedUsOut(Grant grant) {
    Answer answer = Said.said(200, "{\"error\": \"拒绝访问\", \"status\": \"failure\"}");

    Failure failure = TokenRefusal.failure(grant, answer);

    assertThat(failure.kind()).isEqualTo(Kind.RETRY_LATER);
    assertThat(failure.remedy()).isEqualTo("Please try again in 10 minutes.");
  }

  @Test
  void suspectsAProxyBehindAWebPage() {
    Failure failure = failure(Said.said(200, "<html>Sign in</html>"));

    assertThat(failure.isPassing()).isTrue();
    assertThat(failure.reason()).contains("a web page (HTTP 200)");
    assertThat(failure.remedy()).contains("proxy", "ZOHO_ACCOUNTS_URL");
  }

  @Test
  void treatsAnUnknownRefusalAsTemporaryAndSaysSo() {
    assertThat(Stream.of(refused("general_error"), failure(Said.said(503, "<html>"))))
        .allMatch(Failure::isPassing)
        .extracting(Failure::reason)
        .containsExactly(
            "Zoho's login server gave no access token (HTTP 200, general_error)",
            "Zoho's login server gave no access token (HTTP 503)");
  }

  private static Failure refused(String code) {
    return failure(Said.said(200, "{\"error\": \"" + code + "\"}"));
  }

  private static Failure failure(Answer answer) {
    return TokenRefusal.failure(Grant.AUTHORIZATION_CODE, answer);
  }
}
