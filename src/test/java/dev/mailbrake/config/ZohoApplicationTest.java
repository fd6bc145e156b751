package dev.mailbrake.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mailbrake.config.ZohoApplication.OAuthClient;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is read from the environment before there is a token. */
class ZohoApplicationTest {

  @Test
  void needsNeitherATokenNorSlack() {
    ZohoApplication read =
        ZohoApplication.from(
            Map.of(
                "ZOHO_CLIENT_ID", "1000.CLIENT",
                "ZOHO_CLIENT_SECRET", "client-secret",
                "ZOHO_DATA_CENTER", "eu",
                "ZOHO_AUTHENTICATION", "user",
                "ZOHO_ORGANIZATION_ID", "76006415"));

    assertThat(read.client())
        .isEqualTo(new OAuthClient("1000.CLIENT", new Secret("client-secret")));
    assertThat(read.servers().accounts()).hasToString("https://accounts.zoho.eu");
    assertThat(read.authentication()).isEqualTo(Authentication.USER);
    assertThat(read.organizationId()).contains("76006415");
  }

  @Test
  void reportsEveryProblemAtOnce() {
    Map<String, String> wrong =
        Map.of("ZOHO_DATA_CENTER", "mars", "ZOHO_ACCOUNTS_URL", "http://zoho.com");

    assertThat(
            catchThrowableOfType(InvalidConfiguration.class, () -> ZohoApplication.from(wrong))
                .problems())
        .extracting(InvalidConfiguration.Problem::key)
        .containsExactlyInAnyOrder(
            "ZOHO_DATA_CENTER", "ZOHO_ACCOUNTS_URL", "ZOHO_CLIENT_ID", "ZOHO_CLIENT_SECRET");
  }

  @Test
  void knowsTheScopesBeforeThereIsAClient() {
    assertThat(ZohoConsent.from(Map.of("ZOHO_DATA_CENTER", "in")))
        .isEqualTo(new ZohoConsent(DataCenter.IN, Authentication.ADMIN));
  }

  @Test
  void acceptsALoginServerThatIsNotZohos() {
    assertThat(Variables.zohoServers("ZOHO_ACCOUNTS_URL", "http://127.0.0.1:8081").hasItsOwnLogin())
        .isFalse();
  }
}
