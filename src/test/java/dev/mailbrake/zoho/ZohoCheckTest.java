package dev.mailbrake.zoho;

import static dev.mailbrake.sandbox.zoho.SampleOrganization.ADMIN;
import static dev.mailbrake.sandbox.zoho.SampleOrganization.OWNER;
import static dev.mailbrake.sandbox.zoho.SampleOrganization.REBECCA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mailbrake.check.Finding;
import dev.mailbrake.config.Authentication;
import dev.mailbrake.config.DataCenter;
import dev.mailbrake.sandbox.MovableClock;
import dev.mailbrake.sandbox.zoho.FakeZoho;
import dev.mailbrake.sandbox.zoho.RequestKind;
import dev.mailbrake.sandbox.zoho.ZohoFault;
import dev.mailbrake.sandbox.zoho.ZohoRole;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ZohoCheckTest {
  private static final List<String> SUBJECTS =
      List.of(
          "Zoho token",
          "Zoho scopes",
          "Zoho organization",
          "Zoho administrator role",
          "Zoho write permission",
          "Zoho data center",
          "Zoho clock");

  private final MovableClock clock = new MovableClock();
  @AutoClose private final FakeZoho zoho = FakeZoho.start(clock);

  @ParameterizedTest
  @EnumSource
  void findsNoProblemInACompleteSetUp(Authentication authentication) {
    zoho.setScopes(Set.copyOf(authentication.scopes()));

    List<Finding> findings = look(Access.TO_BE_ASKED, authentication);

    assertThat(findings)
        .noneMatch(Finding::failed)
        .extracting(Finding::subject)
        .isEqualTo(SUBJECTS);
  }

  @Test
  void changesNothingAndMakesFewRequests() {
    look();

    assertThat(zoho.requests())
        .extracting(sent -> sent.method() + " " + sent.path())
        .containsExactly(
            "POST /oauth/v2/token",
            "GET /api/accounts",
            "GET /api/organization/76006415/accounts/9007199254741811");
    assertThat(zoho.writes()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"SLOW", "TOKENS_EXPIRED", "LAGGING_READS", "SILENT"})
  void reportsOnEverySubjectInAnyFailureWithoutASecret(ZohoFault fault) {
    zoho.inject(fault);

    List<Finding> findings = look();

    assertThat(findings).extracting(Finding::subject).containsExactlyElementsOf(SUBJECTS);
    assertThat(findings)
        .allMatch(finding -> finding.failed() != finding.remedy().isEmpty())
        .asString()
        .doesNotContain(FakeZoho.CLIENT_SECRET, FakeZoho.REFRESH_TOKEN, "1000.fake-access");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          REFRESH_REVOKED     | Zoho token              | (invalid_code)         | Authorize again
          WRONG_CLIENT        | Zoho token              | (invalid_client)       | ZOHO_CLIENT_ID
          TOKEN_THROTTLED_400 | Zoho token              | too many               | 10 minutes
          DOWN                | Zoho token              | HTTP 503               | try again
          HANG_UP             | Zoho token              | dropped the connection  | try again
          HTML                | Zoho token              | a web page             | proxy
          SCOPE_MISSING       | Zoho organization       | lacks a scope          | Authorize again
          THROTTLED           | Zoho organization       | rate-limiting          | try again
          ERROR_IN_200        | Zoho organization       | unavailable            | try again
          NOT_ADMIN           | Zoho administrator role | Zoho refused           | must be an administrator
          """)
  void saysWhatIsWrongFirstAndWhatToDo(
      ZohoFault fault, String subject, String seen, String remedy) {
    zoho.inject(fault);

    Finding first = look().stream().filter(Finding::failed).findFirst().orElseThrow();

    assertThat(first.subject()).isEqualTo(subject);
    assertThat(first.seen()).contains(seen);
    assertThat(first.remedy()).contains(remedy);
  }

  @Test
  void makesNoFurtherRequestsWithoutAToken() {
    zoho.inject(ZohoFault.REFRESH_REVOKED);

    assertThat(look().subList(1, 6))
        .allMatch(it -> it.seen().equals("skipped – fix “Zoho token” first"));
    assertThat(zoho.requests()).hasSize(1);
  }

  @Test
  void checksTheClockThoughTheTokenIsRefused() {
    zoho.inject(ZohoFault.REFRESH_REVOKED);
    zoho.settings().clockAhead(Duration.ofMinutes(-5));

    assertThat(finding("Zoho clock").seen())
        .isEqualTo("this machine's clock is 5 minutes ahead of Zoho's");
  }

  @Test
  void namesTheMissingScope() {
    zoho.setScopes(Set.of("ZohoMail.organization.accounts.READ", "ZohoMail.accounts.READ"));

    assertThat(finding("Zoho scopes").seen())
        .isEqualTo("the token is missing ZohoMail.organization.accounts.UPDATE");
    assertThat(finding("Zoho administrator role").failed()).isFalse();
    assertThat(finding("Zoho write permission").seen())
        .isEqualTo("skipped – fix “Zoho scopes” first");
  }

  @Test
  void trustsTheReadsIfZohoNamesNoScopes() {
    zoho.settings().scopeEchoed(false);

    assertThat(look()).noneMatch(Finding::failed);
    assertThat(finding("Zoho scopes").seen()).contains("doesn't name");
  }

  @Test
  void comparesTheConfiguredOrganizationWithTheOwners() {
    assertThat(look(Optional.of("76006415"), Authentication.ADMIN)).noneMatch(Finding::failed);

    Finding organization = look(Optional.of("1"), Authentication.ADMIN).get(2);

    assertThat(organization.seen())
        .isEqualTo("ZOHO_ORGANIZATION_ID is 1, but the token's owner belongs to 76006415");
    assertThat(organization.remedy()).isNotEmpty();
  }

  @Test
  void reportsThatTheOwnerHasNoOrganization() {
    zoho.settings().personal(true);

    assertThat(finding("Zoho organization").seen()).contains("belongs to no organization");
    assertThat(finding("Zoho write permission").seen())
        .isEqualTo("skipped – fix “Zoho organization” first");
  }

  @Test
  void acceptsAnyAdministrator() {
    zoho.setOwner(ADMIN);

    assertThat(look()).noneMatch(Finding::failed);
  }

  @Test
  void refusesAMember() {
    zoho.setOwner(REBECCA);

    Finding role = finding("Zoho administrator role");

    assertThat(role.failed()).isTrue();
    assertThat(role.remedy()).contains("must be an administrator");
  }

  @Test
  void refusesAMemberWhoMayReadMailboxes() {
    zoho.add(zoho.account(OWNER).orElseThrow().with("role", "member"));

    assertThat(finding("Zoho administrator role").seen())
        .isEqualTo("the token's owner is a member, not an administrator");
  }

  @Test
  void saysThatZohoDoesNotNameTheRole() {
    zoho.add(zoho.account(OWNER).orElseThrow().without("role").without("iamUserRole"));

    assertThat(look()).noneMatch(Finding::failed);
    assertThat(finding("Zoho administrator role").seen()).contains("doesn't say");
  }

  @Test
  void treatsACustomAdministratorAsAnAdministrator() {
    zoho.add(
        zoho.account(OWNER)
            .orElseThrow()
            .role(ZohoRole.ADMIN)
            .with("role", "member")
            .with("isCustomAdmin", true));

    assertThat(finding("Zoho administrator role").failed()).isFalse();
  }

  @Test
  void suspectsTheDataCenterIfItsMailApiDoesNotKnowTheToken() {
    zoho.beforeRequest(
        kind -> {
          if (kind == RequestKind.READ) {
            zoho.inject(ZohoFault.TOKENS_EXPIRED);
          }
          return true;
        });

    Finding center = finding("Zoho data center");

    assertThat(center.seen()).endsWith("the Mail API at 127.0.0.1 doesn't know it");
    assertThat(center.remedy()).contains("ZOHO_DATA_CENTER");
  }

  @Test
  void namesTheDataCenterThatKnowsTheClientWithoutSendingASecret() {
    zoho.inject(ZohoFault.WRONG_CLIENT);
    try (FakeZoho europe = FakeZoho.start(clock);
        FakeZoho india = FakeZoho.start(clock)) {
      india.inject(ZohoFault.WRONG_CLIENT);

      Finding center = hint(Map.of(DataCenter.IN, india.url(), DataCenter.EU, europe.url()));

      assertThat(center.seen()).isEqualTo("us doesn't know the client ID, but eu seems to");
      assertThat(center.remedy()).contains("ZOHO_DATA_CENTER=eu");
      assertThat(europe.requests())
          .singleElement()
          .satisfies(
              sent ->
                  assertThat(sent.body())
                      .isEqualTo("grant_type=refresh_token&client_id=" + FakeZoho.CLIENT_ID));
    }
  }

  @Test
  void listsTheDataCentersIfNoOtherKnowsTheClient() {
    zoho.inject(ZohoFault.WRONG_CLIENT);
    FakeZoho away = FakeZoho.start(clock);
    away.close();

    Finding center = hint(Map.of(DataCenter.EU, away.url()));

    assertThat(center.seen()).isEqualTo("us doesn't know the client ID");
    assertThat(center.remedy()).contains("us, eu, in, au, jp, ca, cn, sa, ae, uk");
  }

  @Test
  void asksNoOtherDataCenterIfALoginServerIsSet() {
    assertThat(
            OtherDataCenters.besides(
                Access.application(zoho.url(), Access.CONFIGURED, Authentication.ADMIN).servers()))
        .isEmpty();
  }

  private Finding hint(Map<DataCenter, URI> others) {
    return ZohoCheck.of(
            Access.settings(zoho.url(), Access.TO_BE_ASKED, Authentication.ADMIN), clock, others)
        .look()
        .get(5);
  }

  private Finding finding(String subject) {
    return look().stream().filter(it -> it.subject().equals(subject)).findFirst().orElseThrow();
  }

  private List<Finding> look() {
    return look(Access.TO_BE_ASKED, Authentication.ADMIN);
  }

  private List<Finding> look(Optional<String> zoid, Authentication authentication) {
    return ZohoCheck.of(Access.settings(zoho.url(), zoid, authentication), clock).look();
  }
}
