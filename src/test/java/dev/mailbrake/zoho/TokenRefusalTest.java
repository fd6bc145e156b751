package dev.mailbrake.zoho;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailbrake.mailbox.Trouble;
import dev.mailbrake.mailbox.Trouble.Kind;
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
    "invalid_code, generate a new one at the API console",
    "invalid_grant, generate a new one at the API console",
    "invalid_client, ZOHO_DATA_CENTER",
    "invalid_client_secret, Set ZOHO_CLIENT_SECRET",
    "invalid_redirect_uri, in the tab of a Self Client",
    "unauthorized_client, Make a Self Client",
    "access_denied, as an administrator"
  })
  void namesTheCodeAndWhatToDo(String code, String remedy) {
    Trouble trouble = refused(code);

    assertThat(trouble.kind()).isEqualTo(Kind.CREDENTIALS);
    assertThat(trouble.reason()).contains("(" + code + ")");
    assertThat(trouble.remedy()).contains(remedy).endsWith(".");
  }

  @Test
  void hasAnotherRemedyForEachOfThem() {
    assertThat(DOCUMENTED.stream().map(TokenRefusalTest::refused).map(Trouble::remedy))
        .doesNotHaveDuplicates()
        .hasSameSizeAs(DOCUMENTED);
  }

  @Test
  void sendsWhoseRefreshTokenIsRefusedToAuthorizeAgain() {
    assertThat(
            TokenRefusal.trouble(
                    Grant.REFRESH_TOKEN, Said.said(200, "{\"error\": \"invalid_code\"}"))
                .sentence())
        .contains("refresh token", "Authorize again and set ZOHO_REFRESH_TOKEN.");
  }

  @ParameterizedTest
  @EnumSource
  void leavesZohoAloneForTenMinutesWhereItShutUsOut(Grant grant) {
    Answer answer = Said.said(200, "{\"error\": \"拒绝访问\", \"status\": \"failure\"}");

    Trouble trouble = TokenRefusal.trouble(grant, answer);

    assertThat(trouble.kind()).isEqualTo(Kind.RETRY_LATER);
    assertThat(trouble.remedy()).isEqualTo("Please try again in 10 minutes.");
  }

  @Test
  void suspectsAProxyBehindAWebPage() {
    Trouble trouble = trouble(Said.said(200, "<html>Sign in</html>"));

    assertThat(trouble.isPassing()).isTrue();
    assertThat(trouble.reason()).contains("a web page (HTTP 200)");
    assertThat(trouble.remedy()).contains("proxy", "ZOHO_ACCOUNTS_URL");
  }

  @Test
  void hopesThatWhatNobodyKnowsPassesAndSaysIt() {
    assertThat(Stream.of(refused("general_error"), trouble(Said.said(503, "<html>"))))
        .allMatch(Trouble::isPassing)
        .extracting(Trouble::reason)
        .containsExactly(
            "Zoho's login server gave no access token (HTTP 200, general_error)",
            "Zoho's login server gave no access token (HTTP 503)");
  }

  private static Trouble refused(String code) {
    return trouble(Said.said(200, "{\"error\": \"" + code + "\"}"));
  }

  private static Trouble trouble(Answer answer) {
    return TokenRefusal.trouble(Grant.AUTHORIZATION_CODE, answer);
  }
}
