package dev.mailbrake.sandbox.zoho;

import static dev.mailbrake.sandbox.zoho.Caller.BLOCK_REBECCA;
import static dev.mailbrake.sandbox.zoho.Caller.ORGANIZATION;
import static dev.mailbrake.sandbox.zoho.Caller.REBECCA_ACCOUNT;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import dev.mailbrake.sandbox.MovableClock;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ZohoFaultTest {

  private static final String JSON = "application/json;charset=UTF-8";

  private final MovableClock clock = new MovableClock();
  @AutoClose private final FakeZoho zoho = FakeZoho.start(clock);
  private final Caller caller = new Caller(zoho).signedIn();

  @ParameterizedTest
  @EnumSource
  void everyFaultAffectsSomething(ZohoFault fault) {
    assertThat(RequestKind.values()).anyMatch(fault::concerns);
  }

  @Test
  void downAnswersEveryoneWithAWebPage() throws Exception {
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
  void aFaultMayAffectAFewRequestsOfOneKind() throws Exception {
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
  void aFaultCannotBeSetWhereItNeverOccurs() {
    assertThatThrownBy(() -> ZohoFault.LAGGING_READS.on(RequestKind.TOKEN))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ZohoFault.EMPTY.times(0)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void someAnswersAreNotJson() throws Exception {
    zoho.inject(ZohoFault.HTML.times(1));
    var page = caller.get("/api/accounts");
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.text()).startsWith("<html>");
    zoho.inject(ZohoFault.EMPTY.times(1));
    assertThat(caller.get("/api/accounts").text()).isEmpty();
    zoho.inject(ZohoFault.EMPTY.times(1));
    assertThat(caller.blockRebecca()).isEqualTo(new Caller.Reply(200, JSON, ""));
    assertThat(zoho.writes()).isEmpty();
  }

  @Test
  void refusalsOfManyFormsChangeNothing() throws Exception {
    assertBlockMeets(ZohoFault.SCOPE_MISSING, 401, "INVALID_OAUTHSCOPE");
    assertBlockMeets(ZohoFault.NOT_ADMIN, 403, "OPERATION_NOT_PERMITTED");
    assertBlockMeets(ZohoFault.ERROR_IN_200, 200, "\"code\":500");
    assertBlockMeets(ZohoFault.BUSINESS_500, 500, "Maximum user license limit reached");
    assertBlockMeets(ZohoFault.REFUSED_WRITES, 400, "\"error\":");
    assertBlockMeets(ZohoFault.OPERATION_FAILED, 500, "Please try again later");
    assertBlockMeets(ZohoFault.PAGE_403, 403, "<html>");
    assertBlockMeets(ZohoFault.PAGE_404, 404, "<html>");
    assertBlockMeets(ZohoFault.PAGE_408, 408, "<html>");
    assertThat(zoho.writes()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"PAGE_AFTER_WRITE, 403, <html>", "ERROR_AFTER_WRITE, 503, SERVICE_BUSY"})
  void aWriteMayTakeEffectAndGetAWrongAnswer(ZohoFault fault, int status, String part)
      throws Exception {
    assertBlockMeets(fault, status, part);
    assertThat(zoho.writes()).hasSize(1);
    assertThat(caller.showsRebeccaBlocked()).isTrue();
  }

  @Test
  void aUsedConnectionMayBeDeadWhileANewOneWorks() throws Exception {
    zoho.settings().delay(Duration.ofMillis(20));
    zoho.inject(ZohoFault.KEPT_CONNECTION_DEAD);
    assertBreaks(block());
    assertThat(zoho.writes()).isEmpty();
    assertThat(caller.blockRebecca().status()).isEqualTo(200);
  }

  @Test
  void aConnectionMayBeClosedSoonAfterItsLastAnswer() throws Exception {
    zoho.settings().idle(Duration.ofMillis(1));
    assertThat(caller.get("/api/accounts").status()).isEqualTo(200);
    await().atMost(Duration.ofSeconds(20)).until(() -> zoho.connections() == 0);
  }

  @Test
  void aLookupMayBeAnsweredWithSomebodyElseToo() throws Exception {
    zoho.inject(ZohoFault.CROWDED_LOOKUP.times(1));
    var data = caller.get(ORGANIZATION + "/rebecca@zylker.com").data();
    assertThat(data).hasSize(2);
    assertThat(data.get(1).path("accountId").asText()).isEqualTo(REBECCA_ACCOUNT);
  }

  @Test
  void aSlowAnswerDelaysNobodyElse() throws Exception {
    zoho.inject(ZohoFault.SLOW.on(RequestKind.WRITE));
    CompletableFuture<Caller.Reply> slow = block();
    zoho.await(z -> !z.writes().isEmpty(), Duration.ofSeconds(5));
    assertThat(caller.showsRebeccaBlocked()).isTrue();
    assertThat(slow).isNotDone();
  }

  @Test
  void aSlowAnswerArrivesInTheEnd() throws Exception {
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
  void aMissingAnswerMayMeanThatNothingWasDone() throws Exception {
    zoho.settings().delay(Duration.ofMillis(20));
    zoho.inject(ZohoFault.SILENT.times(1));
    assertBreaks(block());
    assertThat(zoho.writes()).isEmpty();
    assertThat(zoho.requests()).last().extracting(ZohoRequest::status).isEqualTo(0);
  }

  @ParameterizedTest
  @CsvSource({
    "HANG_UP, 0, 0",
    "RESET, 0, 200",
    "RESET_AFTER_WRITE, 1, 0",
    "CUT_AFTER_WRITE, 1, 200"
  })
  void aConnectionMayBreakBeforeOrAfterTheWrite(ZohoFault fault, int writes, int status)
      throws Exception {
    zoho.inject(fault.times(1));
    assertBreaks(block());
    assertThat(zoho.writes()).hasSize(writes);
    assertThat(zoho.requests()).last().extracting(ZohoRequest::status).isEqualTo(status);
    assertThat(caller.showsRebeccaBlocked()).isEqualTo(writes == 1);
  }

  /** Raw, since an HTTP client hides what it received before the connection broke. */
  @Test
  void aReadMayBeResetInTheMiddle() throws Exception {
    zoho.inject(ZohoFault.RESET);
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), zoho.url().getPort())) {
      socket
          .getOutputStream()
          .write("GET /api/accounts HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(UTF_8));
      StringBuilder got = new StringBuilder();
      assertThatThrownBy(
              () -> {
                for (int next = 0; next >= 0; next = socket.getInputStream().read()) {
                  got.append((char) next);
                }
              })
          .isInstanceOf(SocketException.class)
          .hasMessageContaining("reset");
      assertThat(got)
          .contains("HTTP/1.1 400", "\r\n\r\n{\"data\":")
          .doesNotContain("Invalid Input");
    }
  }

  private static List<Throwable> causes(Throwable thrown) {
    return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause).toList();
  }

  @Test
  void connectionsMayBeRefusedForAWhile() throws Exception {
    URI url = zoho.url();
    zoho.stopListening();
    // Java wraps it in one of "Too many retries" if the bot's own client was loaded before.
    assertThat(causes(catchThrowable(() -> caller.get("/api/accounts"))))
        .hasAtLeastOneElementOfType(ConnectException.class);
    assertThat(zoho.requests()).hasSize(1);
    zoho.listenAgain();
    assertThat(zoho.url()).isEqualTo(url);
    assertThat(caller.blockRebecca().status()).isEqualTo(200);
  }

  @Test
  void aReadMayShowSomebodyElsesRecord() throws Exception {
    zoho.inject(ZohoFault.FOREIGN_RECORD.times(1));
    String path = ORGANIZATION + "/" + Caller.REBECCA_ZUID;
    assertThat(caller.get(path).data().path("accountId").asText()).isNotEqualTo(REBECCA_ACCOUNT);
    assertThat(caller.get(path).data().path("accountId").asText()).isEqualTo(REBECCA_ACCOUNT);
  }

  @Test
  void readsMayLag() throws Exception {
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
    zoho.settings().lag(FakeZohoSettings.NEVER);
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
