package dev.mailbrake.sandbox.zoho;

import static dev.mailbrake.sandbox.zoho.Caller.BLOCK_REBECCA;
import static dev.mailbrake.sandbox.zoho.Caller.ORGANIZATION;
import static dev.mailbrake.sandbox.zoho.Caller.REBECCA_ACCOUNT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mailbrake.sandbox.MovableClock;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ZohoFaultTest {

  private final MovableClock clock = new MovableClock();
  private final FakeZoho zoho = FakeZoho.start(clock);
  private final Caller caller = new Caller(zoho);

  @BeforeEach
  void signIn() throws Exception {
    caller.signedIn();
  }

  @AfterEach
  void stop() {
    zoho.close();
  }

  @ParameterizedTest
  @EnumSource
  void everyFaultHasALabelAndConcernsSomething(ZohoFault fault) {
    assertThat(fault.label()).isNotBlank().hasSizeLessThan(40);
    assertThat(RequestKind.values()).anyMatch(fault::concerns);
  }

  @Test
  void downAnswersAPageToEverybody() throws Exception {
    zoho.inject(ZohoFault.DOWN);
    var reply = caller.get("/api/accounts");
    assertThat(reply.status()).isEqualTo(503);
    assertThat(reply.contentType()).startsWith("text/html");
    assertThat(caller.refresh().status()).isEqualTo(503);
    assertThat(caller.blockRebecca().status()).isEqualTo(503);
    assertThat(zoho.writes()).isEmpty();
    zoho.clearFaults();
    assertThat(caller.blockRebecca().status()).isEqualTo(200);
  }

  @Test
  void aFaultMayMeetAFewRequestsOfOneKind() throws Exception {
    zoho.inject(ZohoFault.DOWN.on(RequestKind.WRITE).times(2));
    assertThat(caller.get("/api/accounts").status()).isEqualTo(200);
    assertThat(caller.blockRebecca().status()).isEqualTo(503);
    assertThat(zoho.faults())
        .containsExactly(new ActiveFault(ZohoFault.DOWN, RequestKind.WRITE, 1));
    assertThat(caller.blockRebecca().status()).isEqualTo(503);
    assertThat(caller.blockRebecca().status()).isEqualTo(200);
    assertThat(zoho.faults()).isEmpty();
  }

  @Test
  void aFaultCannotBePutWhereItNeverStrikes() {
    assertThatThrownBy(() -> ZohoFault.EMPTY.on(RequestKind.TOKEN))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ZohoFault.EMPTY.times(0)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void answersThatAreNoJson() throws Exception {
    zoho.inject(ZohoFault.HTML.times(1));
    var page = caller.get("/api/accounts");
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.text()).startsWith("<html>");
    zoho.inject(ZohoFault.EMPTY.times(1));
    assertThat(caller.get("/api/accounts").text()).isEmpty();
  }

  @Test
  void refusalsOfManyShapesChangeNothing() throws Exception {
    assertBlockMeets(ZohoFault.SCOPE_MISSING, 401, "INVALID_OAUTHSCOPE");
    assertBlockMeets(ZohoFault.NOT_ADMIN, 403, "OPERATION_NOT_PERMITTED");
    assertBlockMeets(ZohoFault.ERROR_IN_200, 200, "\"code\":500");
    assertBlockMeets(ZohoFault.BUSINESS_500, 500, "Maximum user license limit reached");
    assertBlockMeets(ZohoFault.REFUSED_WRITES, 400, "\"error\":");
    assertThat(zoho.writes()).isEmpty();
  }

  @Test
  void aSlowAnswerHoldsUpNobodyElse() throws Exception {
    zoho.inject(ZohoFault.SLOW.on(RequestKind.WRITE));
    CompletableFuture<Caller.Reply> slow = block();
    zoho.await(z -> !z.writes().isEmpty(), Duration.ofSeconds(5));
    assertThat(caller.showsRebeccaBlocked()).isTrue();
    assertThat(slow).isNotDone();
  }

  @Test
  void aSlowAnswerComesInTheEnd() throws Exception {
    zoho.settings().delay(Duration.ofMillis(20));
    zoho.inject(ZohoFault.SLOW);
    assertThat(caller.get("/api/accounts").status()).isEqualTo(200);
  }

  @Test
  void aWriteMayTakeEffectInSilence() throws Exception {
    zoho.settings().delay(Duration.ofMillis(20));
    zoho.inject(ZohoFault.SILENT_AFTER_WRITE.times(1));
    assertBreaks(block());
    assertThat(zoho.writes()).hasSize(1);
    assertThat(zoho.requests()).last().extracting(ZohoRequest::status).isEqualTo(0);
    assertThat(caller.showsRebeccaBlocked()).isTrue();
  }

  @Test
  void aConnectionMayBreakBeforeOrAfterTheWrite() throws Exception {
    zoho.inject(ZohoFault.RESET.times(1));
    assertBreaks(block());
    assertThat(zoho.writes()).isEmpty();
    zoho.inject(ZohoFault.RESET_AFTER_WRITE.times(1));
    assertBreaks(block());
    assertThat(zoho.writes()).hasSize(1);
    assertThat(zoho.requests()).hasSize(3);
  }

  @Test
  void aReadMayBreakInTheMiddle() {
    zoho.inject(ZohoFault.RESET);
    assertThatThrownBy(() -> caller.get("/api/accounts"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("bytes received");
    assertThat(zoho.requests()).last().extracting(ZohoRequest::status).isEqualTo(200);
  }

  @Test
  void readsMayLagBehind() throws Exception {
    zoho.inject(ZohoFault.LAGGING_READS);
    zoho.settings().lag(Duration.ofSeconds(30));
    caller.blockRebecca();
    assertThat(zoho.account("rebecca@zylker.com").orElseThrow().outgoingBlocked()).isTrue();
    clock.passes(Duration.ofSeconds(29));
    assertThat(caller.showsRebeccaBlocked()).isFalse();
    clock.passes(Duration.ofSeconds(1));
    assertThat(caller.showsRebeccaBlocked()).isTrue();
  }

  @Test
  void readsMayNeverCatchUp() throws Exception {
    zoho.settings().lag(ZohoSettings.NEVER);
    zoho.inject(ZohoFault.LAGGING_READS);
    caller.blockRebecca();
    clock.passes(Duration.ofDays(300));
    caller.signedIn();
    assertThat(caller.showsRebeccaBlocked()).isFalse();
    zoho.clear(ZohoFault.LAGGING_READS);
    assertThat(caller.showsRebeccaBlocked()).isTrue();
  }

  @Test
  void readsShowTheConsolesChangeAtOnce() throws Exception {
    zoho.inject(ZohoFault.LAGGING_READS);
    caller.put(ORGANIZATION + "/" + REBECCA_ACCOUNT, Caller.quotedBody(Caller.REBECCA_ZUID, false));
    zoho.setOutgoingBlocked("rebecca@zylker.com", true);
    assertThat(caller.showsRebeccaBlocked()).isTrue();
  }

  private CompletableFuture<Caller.Reply> block() {
    return caller.sendLater("PUT", ORGANIZATION + "/" + REBECCA_ACCOUNT, BLOCK_REBECCA);
  }

  private static void assertBreaks(CompletableFuture<Caller.Reply> reply) {
    assertThatThrownBy(() -> reply.get(5, TimeUnit.SECONDS))
        .isInstanceOf(ExecutionException.class)
        .hasCauseInstanceOf(IOException.class);
  }

  private void assertBlockMeets(ZohoFault fault, int status, String part) throws Exception {
    zoho.inject(fault.times(1));
    var reply = caller.blockRebecca();
    assertThat(reply.status()).isEqualTo(status);
    assertThat(reply.text()).contains(part);
  }
}
