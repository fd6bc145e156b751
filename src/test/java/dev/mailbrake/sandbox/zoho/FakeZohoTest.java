package dev.mailbrake.sandbox.zoho;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mailbrake.sandbox.MovableClock;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class FakeZohoTest {

  @AutoClose private final FakeZoho zoho = FakeZoho.start(new MovableClock());
  private final Caller caller = new Caller(zoho);

  @Test
  void startsWithTheSampleOrganization() {
    assertThat(zoho.accounts()).isEqualTo(SampleOrganization.accounts());
    assertThat(zoho.account("SALES@zylker.com").orElseThrow().address())
        .isEqualTo("rebecca@zylker.com");
    assertThat(zoho.account("boris@zylker.com").orElseThrow().outgoingBlocked()).isTrue();
  }

  @Test
  void givesRebeccaAndPaulaZuidsThatAreEqualAsDoubles() {
    long rebecca = zoho.account(SampleOrganization.REBECCA).orElseThrow().zuid();
    long paula = zoho.account(SampleOrganization.PAULA).orElseThrow().zuid();
    assertThat(rebecca).isNotEqualTo(paula);
    assertThat((double) rebecca).isEqualTo((double) paula);
  }

  @Test
  void addsRemovesAndChangesPeople() {
    zoho.add(ZohoAccount.member(7, "2560636000000008099", "new@zylker.com", "New", "Person"));
    zoho.rename("new@zylker.com", "old@zylker.com");
    zoho.setOutgoingBlocked("old@zylker.com", true);
    assertThat(zoho.account("new@zylker.com")).isEmpty();
    assertThat(zoho.account("old@zylker.com").orElseThrow().outgoingBlocked()).isTrue();
    zoho.remove("old@zylker.com");
    assertThat(zoho.accounts()).isEqualTo(SampleOrganization.accounts());
    assertThatThrownBy(() -> zoho.remove("old@zylker.com"))
        .isInstanceOf(NoSuchElementException.class);
    assertThatThrownBy(() -> ZohoAccount.member(7, "12", "a@b", "A", "B"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void recordsEveryRequest() throws Exception {
    caller.signedIn().get(Caller.ORGANIZATION + "?limit=2");
    ZohoRequest last = zoho.requests().get(1);
    assertThat(last.method()).isEqualTo("GET");
    assertThat(last.path()).isEqualTo(Caller.ORGANIZATION + "?limit=2");
    assertThat(last.status()).isEqualTo(200);
    assertThat(last.kind()).isEqualTo(RequestKind.READ);
  }

  @Test
  void tellsListenersOfRequestsAndChanges() throws Exception {
    AtomicInteger told = new AtomicInteger();
    zoho.onChange(
        () -> {
          throw new IllegalStateException("a listener's own trouble");
        });
    zoho.onChange(told::incrementAndGet);
    zoho.setOutgoingBlocked("paula@zylker.com", true);
    zoho.settings().requestsPerMinute(100);
    zoho.inject(ZohoFault.SLOW.on(RequestKind.WRITE));
    assertThat(told).hasValue(3);
    caller.refresh();
    assertThat(told).hasValue(4);
  }

  @Test
  void announcesAWriteBeforeItIsAnswered() throws Exception {
    List<ZohoWrite> told = new CopyOnWriteArrayList<>();
    zoho.onWrite(
        write -> {
          assertThat(zoho.writes()).contains(write);
          told.add(write);
        });
    assertThat(caller.signedIn().blockRebecca().status()).isEqualTo(200);
    assertThat(told).hasSize(1);
  }

  @Test
  void preventsTheEffectIfAHookRefuses() throws Exception {
    Caller session = caller.signedIn();
    zoho.beforeRequest(kind -> kind != RequestKind.WRITE);
    assertThatThrownBy(session::blockRebecca).isInstanceOf(IOException.class);
    assertThat(zoho.writes()).isEmpty();
  }

  @Test
  void delaysTheAnswerWhileAHookRuns() throws Exception {
    CountDownLatch looked = new CountDownLatch(1);
    zoho.onWrite(
        write -> {
          try {
            assertThat(looked.await(5, TimeUnit.SECONDS)).isTrue();
          } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
          }
        });
    var answer =
        caller
            .signedIn()
            .sendLater(
                "PUT", Caller.ORGANIZATION + "/" + Caller.REBECCA_ACCOUNT, Caller.BLOCK_REBECCA);
    zoho.await(z -> !z.writes().isEmpty(), Duration.ofSeconds(5));
    assertThat(answer).isNotDone();
    looked.countDown();
    assertThat(answer.get(5, TimeUnit.SECONDS).status()).isEqualTo(200);
  }

  @Test
  void waitsUntilAConditionHolds() {
    var answer = caller.sendLater("GET", "/api/accounts", "");
    zoho.await(z -> z.requests().size() == 1, Duration.ofSeconds(5));
    assertThat(answer.join().status()).isEqualTo(400);
  }

  @Test
  void printsWhatItSawWhenAWaitFails() throws Exception {
    caller.refresh();
    assertThatThrownBy(() -> zoho.await(z -> false, Duration.ofMillis(5)))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("/oauth/v2/token");
  }

  @Test
  void closesAtOnceThoughAnAnswerIsPending() throws Exception {
    caller.signedIn();
    zoho.inject(ZohoFault.SLOW);
    var owed = caller.sendLater("GET", "/api/accounts", "");
    zoho.await(z -> z.requests().size() == 2, Duration.ofSeconds(5));
    zoho.close();
    assertThatThrownBy(owed::join).hasCauseInstanceOf(java.io.IOException.class);
  }

  @Test
  void startsOnThePortAskedFor() throws Exception {
    int port = zoho.url().getPort();
    assertThat(zoho.url().getHost()).isEqualTo("127.0.0.1");
    assertThatThrownBy(() -> FakeZoho.start(new MovableClock(), port).close())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(String.valueOf(port));
    zoho.close();
    try (FakeZoho again = FakeZoho.start(new MovableClock(), port)) {
      assertThat(again.url().getPort()).isEqualTo(port);
    }
  }

  @Test
  void revealsNothingAboutItselfForAMalformedPath() throws Exception {
    var reply = caller.get("/api/%2e%2e/x;a=b/%2f");
    assertThat(reply.status()).isBetween(400, 404);
    assertThat(reply.text()).doesNotContainIgnoringCase("jetty");
  }
}
