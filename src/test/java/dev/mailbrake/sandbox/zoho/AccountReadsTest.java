package dev.mailbrake.sandbox.zoho;

import static dev.mailbrake.sandbox.zoho.Caller.ORGANIZATION;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mailbrake.sandbox.MovableClock;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class AccountReadsTest {

  @AutoClose private final FakeZoho zoho = FakeZoho.start(new MovableClock());
  private final Caller caller = new Caller(zoho).signedIn();

  @Test
  void listsTheOwnersAccountsWithTheOrganization() throws Exception {
    JsonNode data = caller.get("/api/accounts").data();
    assertThat(data.isArray()).isTrue();
    assertThat(data).hasSize(1);
    JsonNode own = data.get(0);
    assertThat(own.path("policyId").path("zoid").isIntegralNumber()).isTrue();
    assertThat(own.path("policyId").path("zoid").asLong()).isEqualTo(SampleOrganization.ZOID);
    assertThat(own.path("role").asText()).isEqualTo("super_admin");
    assertThat(own.path("isDefaultAccount").asBoolean()).isTrue();
    var one = caller.get("/api/accounts/" + own.path("accountId").asText());
    assertThat(one.data().path("primaryEmailAddress").asText()).isEqualTo(SampleOrganization.OWNER);
  }

  @Test
  void listsNobodyElsesAccount() throws Exception {
    var reply = caller.get("/api/accounts/" + Caller.REBECCA_ACCOUNT);
    assertThat(reply.status()).isEqualTo(404);
    assertThat(reply.moreInfo()).isEqualTo("Account id " + Caller.REBECCA_ACCOUNT + " is invalid");
  }

  @Test
  void omitsTheOrganizationOfAPersonalMailbox() throws Exception {
    zoho.settings().personal(true);
    assertThat(caller.get("/api/accounts").data().get(0).path("policyId").path("zoid").asLong())
        .isEqualTo(-1);
    assertThat(caller.get(ORGANIZATION).status()).isEqualTo(403);
  }

  @Test
  void findsOnePersonByZuidAddressOrAlias() throws Exception {
    for (String wanted :
        new String[] {Caller.REBECCA_ZUID, "Rebecca@Zylker.com", "sales%40zylker.com"}) {
      JsonNode found = caller.get(ORGANIZATION + "/" + wanted).data();
      assertThat(found.path("accountId").asText()).isEqualTo(Caller.REBECCA_ACCOUNT);
    }
  }

  @Test
  void sendsTheRecordedTypes() throws Exception {
    JsonNode found = caller.get(ORGANIZATION + "/rebecca@zylker.com").data();
    assertThat(found.path("accountId").isTextual()).isTrue();
    assertThat(found.path("zuid").isIntegralNumber()).isTrue();
    assertThat(found.path("zuid").asLong()).isGreaterThanOrEqualTo(1L << 53);
    assertThat(found.path("outgoingBlocked").isBoolean()).isTrue();
    assertThat(found.path("emailAddress").get(1).path("isAlias").asBoolean()).isTrue();
  }

  @Test
  void quotesEverythingOnRequest() throws Exception {
    zoho.settings().everythingQuoted(true);
    var reply = caller.get(ORGANIZATION + "/boris@zylker.com");
    assertThat(reply.json().path("status").path("code").isTextual()).isTrue();
    assertThat(reply.data().path("zuid").isTextual()).isTrue();
    assertThat(reply.data().path("outgoingBlocked").textValue()).isEqualTo("true");
    assertThat(reply.data().path("emailAddress").get(0).path("isPrimary").textValue())
        .isEqualTo("true");
  }

  @Test
  void omitsTheLastSignInOfSomebodyWhoNeverSignedIn() throws Exception {
    JsonNode found = caller.get(ORGANIZATION + "/nadia@zylker.com").data();
    assertThat(found.has("lastLogin")).isFalse();
    assertThat(found.path("status").asBoolean()).isFalse();
    assertThat(found.path("enabled").asBoolean()).isTrue();
  }

  @Test
  void answers404ForAnUnknownPerson() throws Exception {
    assertThat(caller.get(ORGANIZATION + "/nobody@zylker.com").status()).isEqualTo(404);
    assertThat(caller.get(ORGANIZATION + "/" + Caller.REBECCA_ACCOUNT).status()).isEqualTo(404);
    assertThat(caller.get(ORGANIZATION + "/rebecca").errorCode())
        .isEqualTo("URL_RULE_NOT_CONFIGURED");
  }

  @Test
  void listsPageByPage() throws Exception {
    assertThat(caller.get(ORGANIZATION).data()).hasSize(10);
    assertThat(caller.get(ORGANIZATION + "?limit=100").data()).hasSize(zoho.accounts().size());
    assertThat(caller.get(ORGANIZATION + "?start=2&limit=2").data()).hasSize(2);
    assertThat(caller.get(ORGANIZATION + "?start=2&limit=1").data().path("accountId").asText())
        .isEqualTo(Caller.REBECCA_ACCOUNT);
    assertThat(caller.get(ORGANIZATION + "?start=50").data().isArray()).isTrue();
    assertThat(caller.get(ORGANIZATION + "?start=x").errorCode()).isEqualTo("PATTERN_NOT_MATCHED");
    assertThat(caller.get(ORGANIZATION + "?limit=0").errorCode()).isEqualTo("PATTERN_NOT_MATCHED");
  }

  @Test
  void refusesUndocumentedParameters() throws Exception {
    var reply = caller.get(ORGANIZATION + "?emailId=rebecca@zylker.com");
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.errorCode()).isEqualTo("EXTRA_PARAM_FOUND");
    assertThat(reply.moreInfo()).isEqualTo("emailId Extra paramters given");
  }

  @Test
  void refusesOtherPaths() throws Exception {
    for (String path : new String[] {"/", "/api", "/api/organization/x/accounts", "/api/other"}) {
      var reply = caller.get(path);
      assertThat(reply.status()).isEqualTo(404);
      assertThat(reply.errorCode()).isEqualTo("URL_RULE_NOT_CONFIGURED");
    }
  }

  @Test
  void distinguishesAMissingTokenFromAWrongOne() throws Exception {
    caller.authorization("Bearer 1000.x");
    assertThat(caller.get("/api/accounts").text())
        .isEqualTo(
            "{\"data\":{\"errorCode\":\"INVALID_TICKET\",\"moreInfo\":\"Invalid ticket\"},"
                + "\"status\":{\"code\":400,\"description\":\"Invalid Input\"}}");
    caller.authorization("Zoho-oauthtoken 1000.x");
    assertThat(caller.get("/api/accounts").text())
        .isEqualTo(
            "{\"data\":{\"errorCode\":\"INVALID_OAUTHTOKEN\"},"
                + "\"status\":{\"code\":401,\"description\":\"Invalid Access\"}}");
  }

  @Test
  void answersAMissingScopeWithAnArray() throws Exception {
    var reply = caller.get("/api/organization");
    assertThat(reply.status()).isEqualTo(401);
    assertThat(reply.text())
        .isEqualTo(
            "[2,{\"msg\":\"Error while processing!\",\"errorCode\":\"INVALID_OAUTHSCOPE\","
                + "\"authFail\":\"true\",\"status\":\"401\"}]");
    zoho.setScopes(Set.of("ZohoMail.partner.organization.ALL"));
    assertThat(caller.get("/api/organization").data().path("zoid").asLong())
        .isEqualTo(SampleOrganization.ZOID);
    assertThat(caller.get("/api/accounts").status()).isEqualTo(401);
  }

  @Test
  void letsOnlyAdministratorsSeeTheirOwnOrganization() throws Exception {
    assertThat(caller.get("/api/organization/1/accounts").status()).isEqualTo(403);
    zoho.setOwner(SampleOrganization.ADMIN);
    assertThat(caller.get(ORGANIZATION).status()).isEqualTo(200);
    zoho.setOwner(SampleOrganization.PAULA);
    assertThat(caller.get(ORGANIZATION).errorCode()).isEqualTo("OPERATION_NOT_PERMITTED");
    assertThat(caller.get("/api/accounts").status()).isEqualTo(200);
    zoho.remove(SampleOrganization.PAULA);
    assertThat(caller.get("/api/accounts").errorCode()).isEqualTo("INVALID_OAUTHTOKEN");
  }
}
