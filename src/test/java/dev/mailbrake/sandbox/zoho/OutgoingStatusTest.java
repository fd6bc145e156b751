package dev.mailbrake.sandbox.zoho;

import static dev.mailbrake.sandbox.zoho.Caller.BLOCK_REBECCA;
import static dev.mailbrake.sandbox.zoho.Caller.ORGANIZATION;
import static dev.mailbrake.sandbox.zoho.Caller.REBECCA_ACCOUNT;
import static dev.mailbrake.sandbox.zoho.Caller.REBECCA_ZUID;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mailbrake.sandbox.MovableClock;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class OutgoingStatusTest {

  private static final String REBECCA_PATH = ORGANIZATION + "/" + REBECCA_ACCOUNT;

  private final MovableClock clock = new MovableClock();
  @AutoClose private final FakeZoho zoho = FakeZoho.start(clock);
  private final Caller caller = new Caller(zoho).signedIn();

  @Test
  void blocksAndUnblocks() throws Exception {
    var reply = caller.blockRebecca();
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.text()).isEqualTo("{\"status\":{\"code\":200,\"description\":\"success\"}}");
    assertThat(caller.showsRebeccaBlocked()).isTrue();
    caller.put(REBECCA_PATH, Caller.quotedBody(REBECCA_ZUID, false));
    assertThat(caller.showsRebeccaBlocked()).isFalse();
    assertThat(zoho.writes())
        .containsExactly(
            new ZohoWrite(clock.instant(), REBECCA_ACCOUNT, true),
            new ZohoWrite(clock.instant(), REBECCA_ACCOUNT, false));
  }

  @Test
  void acceptsOnlyTheQuotedFormByDefault() throws Exception {
    String nativeForm = Caller.nativeBody(REBECCA_ZUID, true);
    var reply = caller.put(REBECCA_PATH, nativeForm);
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.errorCode()).isEqualTo("PATTERN_NOT_MATCHED");
    assertThat(reply.moreInfo()).contains("zoho-inputstream");
    assertThat(zoho.writes()).isEmpty();
    zoho.settings().acceptedForm(AcceptedJsonTypes.NATIVE);
    assertThat(caller.put(REBECCA_PATH, nativeForm).status()).isEqualTo(200);
    assertThat(caller.put(REBECCA_PATH, BLOCK_REBECCA).status()).isEqualTo(400);
    zoho.settings().acceptedForm(AcceptedJsonTypes.BOTH);
    assertThat(caller.put(REBECCA_PATH, nativeForm).status()).isEqualTo(200);
    assertThat(caller.put(REBECCA_PATH, BLOCK_REBECCA).status()).isEqualTo(200);
  }

  @Test
  void refusesAZuidInThePath() throws Exception {
    var reply = caller.put(ORGANIZATION + "/" + REBECCA_ZUID, BLOCK_REBECCA);
    assertThat(reply.status()).isEqualTo(404);
    assertThat(reply.moreInfo()).isEqualTo("Account id " + REBECCA_ZUID + " is invalid");
  }

  @Test
  void refusesTheZuidOfSomebodyElse() throws Exception {
    var reply = caller.put(REBECCA_PATH, Caller.quotedBody("9007199254740993", true));
    assertThat(reply.status()).isEqualTo(400);
    assertThat(zoho.writes()).isEmpty();
  }

  @Test
  void refusesAnyOtherBody() throws Exception {
    assertRefused("", "PATTERN_NOT_MATCHED");
    assertRefused("[]", "PATTERN_NOT_MATCHED");
    assertRefused("{\"zuid\"", "PATTERN_NOT_MATCHED");
    assertRefused("{}", "LESS_THAN_MIN_OCCURANCE");
    assertRefused(BLOCK_REBECCA.replace("}", ", \"x\": 1}"), "EXTRA_PARAM_FOUND");
    assertRefused(BLOCK_REBECCA.replace("updateOutgoingStatus", "x"), "PATTERN_NOT_MATCHED");
    assertRefused(BLOCK_REBECCA.replace("\"true\"", "\"yes\""), "PATTERN_NOT_MATCHED");
    assertThat(caller.send("PUT", REBECCA_PATH, "text/plain", BLOCK_REBECCA).status())
        .isEqualTo(400);
    assertThat(zoho.writes()).isEmpty();
  }

  @Test
  void requiresTheScopeForChanges() throws Exception {
    zoho.setScopes(Set.of("ZohoMail.organization.accounts.READ"));
    assertThat(caller.blockRebecca().status()).isEqualTo(401);
    zoho.setScopes(Set.of("ZohoMail.organization.accounts.ALL"));
    assertThat(caller.blockRebecca().status()).isEqualTo(200);
  }

  @Test
  void letsAnyoneChangeTheirOwnWithoutAZuid() throws Exception {
    zoho.setOwner(SampleOrganization.REBECCA);
    zoho.setScopes(Set.of("ZohoMail.accounts.READ", "ZohoMail.accounts.UPDATE"));
    String body = "{\"mode\": \"updateOutgoingStatus\", \"outgoingBlocked\": \"true\"}";
    assertThat(caller.put("/api/accounts/" + REBECCA_ACCOUNT, body).status()).isEqualTo(200);
    assertThat(caller.put("/api/accounts/2560636000000008003", body).status()).isEqualTo(404);
    assertThat(caller.put("/api/accounts/" + REBECCA_ACCOUNT, BLOCK_REBECCA).errorCode())
        .isEqualTo("EXTRA_PARAM_FOUND");
    assertThat(zoho.writes()).hasSize(1);
  }

  private void assertRefused(String body, String code) throws Exception {
    var reply = caller.put(REBECCA_PATH, body);
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.errorCode()).isEqualTo(code);
  }
}
