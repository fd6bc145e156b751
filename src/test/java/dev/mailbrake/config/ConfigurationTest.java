package dev.mailbrake.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mailbrake.config.Configuration.Limits;
import dev.mailbrake.config.SlackSettings.SlackMode;
import dev.mailbrake.config.ZohoApplication.OAuthClient;
import dev.mailbrake.config.ZohoApplication.ZohoServers;
import dev.mailbrake.mailbox.Action;
import dev.mailbrake.mailbox.MailAddress;
import dev.mailbrake.policy.Approvers;
import dev.mailbrake.policy.SecondApproval;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a valid environment is read as. */
class ConfigurationTest {

  @Test
  void readsTheDefaultsFromTheSmallestEnvironment() {
    Configuration read = Variables.configuration();
    assertThat(read.slack())
        .isEqualTo(
            new SlackSettings(
                new Secret("xoxb-bot-secret"),
                new SlackMode.Http(new Secret("signing-secret")),
                URI.create("https://slack.com/api/"),
                Optional.empty()));
    assertThat(read.zoho().application().client())
        .isEqualTo(new OAuthClient("1000.CLIENT", new Secret("client-secret")));
    assertThat(read.zoho().refreshToken()).isEqualTo(new Secret("1000.refresh-secret"));
    assertThat(read.zoho().application().servers().accounts())
        .hasToString("https://accounts.zoho.com");
    assertThat(read.zoho().application().servers().mail()).hasToString("https://mail.zoho.com");
    assertThat(read.zoho().application().authentication()).isEqualTo(Authentication.ADMIN);
    assertThat(read.zoho().application().organizationId()).isEmpty();
    assertThat(read.zoho().requestsPerMinute()).isEqualTo(30);
    assertThat(read.zoho().dryRun()).isFalse();
    assertThat(read.authority().approvers())
        .isEqualTo(new Approvers(Set.of("U0ADA00001"), Set.of()));
    assertThat(read.authority().channels()).isEmpty();
    assertThat(read.authority().reasonPattern()).isEmpty();
    assertThat(read.authority().second()).isEqualTo(new SecondApproval(Set.of(), 20, Set.of()));
    assertThat(read.limits())
        .isEqualTo(new Limits(10, Duration.ofDays(30), Duration.ofMinutes(10)));
    assertThat(read.database()).isEqualTo(new DatabaseSettings("jdbc:sqlite:data/mailbrake.db"));
    assertThat(read.listen().orElseThrow().port()).isEqualTo(3000);
  }

  @Test
  void needsOnlyTheDatabaseToVisitTheRecord() {
    assertThat(Configuration.database(Map.of("MAILBRAKE_NO_SUCH_SETTING", "x", "PORT", "none")))
        .isEqualTo(new DatabaseSettings("jdbc:sqlite:data/mailbrake.db"));
    assertThatThrownBy(() -> Configuration.database(Map.of("DATABASE_URL", "mysql://root:pw@x/y")))
        .isInstanceOfSatisfying(
            InvalidConfiguration.class,
            invalid ->
                assertThat(invalid.problems())
                    .singleElement()
                    .extracting(InvalidConfiguration.Problem::sentences)
                    .asString()
                    .startsWith(
                        "DATABASE_URL must be the URL of a SQLite file or a PostgreSQL database. For example:")
                    .doesNotContain("pw"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t\n"})
  void treatsABlankVariableAsUnset(String blank) {
    Configuration read =
        Variables.configuration("PORT", blank, "ZOHO_DATA_CENTER", blank, "SLACK_APP_TOKEN", blank);
    assertThat(read.listen().orElseThrow().port()).isEqualTo(3000);
    assertThat(read.zoho().application().servers().mail()).hasToString("https://mail.zoho.com");
  }

  @Test
  void trimsWhiteSpaceAroundAValue() {
    Configuration read = Variables.configuration("PORT", " 8080\n", "SLACK_BOT_TOKEN", " xoxb-1\n");
    assertThat(read.listen().orElseThrow().port()).isEqualTo(8080);
    assertThat(read.slack().botToken()).isEqualTo(new Secret("xoxb-1"));
  }

  @Test
  void tellsUsersFromGroupsByTheirIds() {
    Configuration read =
        Variables.configuration(
            "MAILBRAKE_APPROVERS", "U0ADA00001, S0ONCALL01 ,W0ENTERPR1,,U0ADA00001,");
    assertThat(read.authority().approvers())
        .isEqualTo(new Approvers(Set.of("U0ADA00001", "W0ENTERPR1"), Set.of("S0ONCALL01")));
  }

  @Test
  void acceptsUserGroupsAlone() {
    assertThat(Variables.configuration("MAILBRAKE_APPROVERS", "S0ONCALL01").authority().approvers())
        .isEqualTo(new Approvers(Set.of(), Set.of("S0ONCALL01")));
  }

  @Test
  void readsEverySettingThatIsSet() {
    Configuration read =
        Variables.configuration(
            "ZOHO_AUTHENTICATION", "user",
            "ZOHO_ORGANIZATION_ID", "76006415",
            "ZOHO_REQUESTS_PER_MINUTE", "120",
            "MAILBRAKE_CHANNELS", "C0MAILSEC1,G0PRIVATE1",
            "MAILBRAKE_PROTECTED", "ceo@zylker.com",
            "MAILBRAKE_BLOCK_APPROVALS", "1",
            "MAILBRAKE_UNBLOCK_APPROVALS", "2",
            "MAILBRAKE_HOURLY_BLOCKS", "5",
            "MAILBRAKE_AUDIT_CHANNEL", "C0AUDIT001",
            "MAILBRAKE_MAX_MAILBOXES", "3",
            "MAILBRAKE_MAX_BLOCK", "1w",
            "MAILBRAKE_CONFIRM_WITHIN", "24h",
            "MAILBRAKE_DRY_RUN", "true",
            "MAILBRAKE_LOG_FORMAT", "json",
            "DATABASE_URL", "jdbc:sqlite:/var/lib/mailbrake.db",
            "PORT", "0");
    assertThat(read.zoho().application().authentication()).isEqualTo(Authentication.USER);
    assertThat(read.zoho().application().organizationId()).contains("76006415");
    assertThat(read.zoho().requestsPerMinute()).isEqualTo(120);
    assertThat(read.zoho().dryRun()).isTrue();
    assertThat(read.authority().channels()).containsExactlyInAnyOrder("C0MAILSEC1", "G0PRIVATE1");
    assertThat(read.authority().second())
        .isEqualTo(
            new SecondApproval(
                Set.of(new MailAddress("ceo@zylker.com")), 5, Set.of(Action.UNBLOCK)));
    assertThat(read.slack().auditChannel()).contains("C0AUDIT001");
    assertThat(read.limits()).isEqualTo(new Limits(3, Duration.ofDays(7), Duration.ofDays(1)));
    assertThat(read.database().jdbcUrl()).isEqualTo("jdbc:sqlite:/var/lib/mailbrake.db");
    assertThat(read.listen().orElseThrow().port()).isZero();
  }

  @Test
  void readsProtectedMailboxesInAnyCase() {
    String several = " CEO@Zylker.com ,,cfo@zylker.com, ceo@zylker.com,";
    assertThat(second("MAILBRAKE_PROTECTED", several).protectedMailboxes())
        .containsExactlyInAnyOrder(
            new MailAddress("ceo@zylker.com"), new MailAddress("cfo@zylker.com"));
  }

  @Test
  void readsTheNumberOfApproversOfEachAction() {
    assertThat(second("MAILBRAKE_BLOCK_APPROVALS", "2").always()).containsExactly(Action.BLOCK);
    assertThat(second("MAILBRAKE_UNBLOCK_APPROVALS", "2").always()).containsExactly(Action.UNBLOCK);
    assertThat(
            second("MAILBRAKE_BLOCK_APPROVALS", "2", "MAILBRAKE_UNBLOCK_APPROVALS", "2").always())
        .containsExactlyInAnyOrder(Action.values());
  }

  private static SecondApproval second(String... keysAndValues) {
    return Variables.configuration(keysAndValues).authority().second();
  }

  /** The hosts of zoho-api.md, section 6. */
  @ParameterizedTest
  @CsvSource({
    "us, zoho.com",
    "eu, zoho.eu",
    "in, zoho.in",
    "au, zoho.com.au",
    "jp, zoho.jp",
    "ca, zohocloud.ca",
    "cn, zoho.com.cn",
    "sa, zoho.sa",
    "ae, zoho.ae",
    "uk, zoho.uk"
  })
  void knowsTheHostsOfEveryDataCenter(String code, String domain) {
    ZohoServers zoho = Variables.zohoServers("ZOHO_DATA_CENTER", code);
    assertThat(zoho.accounts()).hasToString("https://accounts." + domain);
    assertThat(zoho.hasItsOwnLogin()).isTrue();
    assertThat(zoho.dataCenter().console()).hasToString("https://api-console." + domain);
    assertThat(zoho.mail()).hasToString("https://mail." + domain);
  }

  @Test
  void knowsNoOtherDataCenters() {
    assertThat(DataCenter.codes())
        .containsExactlyInAnyOrder("us", "eu", "in", "au", "jp", "ca", "cn", "sa", "ae", "uk");
  }

  @Test
  void prefersABaseUrlOverTheDataCenter() {
    ZohoServers zoho =
        Variables.zohoServers("ZOHO_DATA_CENTER", "eu", "ZOHO_MAIL_URL", "http://localhost:8081");
    assertThat(zoho.mail()).hasToString("http://localhost:8081");
    assertThat(zoho.accounts()).hasToString("https://accounts.zoho.eu");
  }

  @Test
  void usesSocketModeWheneverAnAppTokenIsSet() {
    Configuration read = Variables.configuration("SLACK_APP_TOKEN", "xapp-app-secret");
    assertThat(read.slack().mode()).isEqualTo(new SlackMode.Socket(new Secret("xapp-app-secret")));
    assertThat(read.listen()).isEmpty();
  }

  @Test
  void servesHealthAndMetricsOnThePortInSocketMode() {
    Configuration read =
        Variables.configuration(
            "SLACK_APP_TOKEN", "xapp-1",
            "SLACK_SIGNING_SECRET", "",
            "PORT", "8080",
            "MAILBRAKE_METRICS_TOKEN", "0123456789abcdef");
    assertThat(read.listen())
        .contains(
            new Configuration.Listen("0.0.0.0", 8080, Optional.of(new Secret("0123456789abcdef"))));
  }
}
