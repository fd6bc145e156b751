package dev.mailbrake.zoho;

import static dev.mailbrake.sandbox.zoho.SampleOrganization.REBECCA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mailbrake.config.Secret;
import dev.mailbrake.mailbox.Failure;
import dev.mailbrake.mailbox.Lookup;
import dev.mailbrake.mailbox.MailAddress;
import dev.mailbrake.metrics.Meters;
import dev.mailbrake.sandbox.MovableClock;
import dev.mailbrake.sandbox.zoho.FakeZoho;
import dev.mailbrake.sandbox.zoho.RequestKind;
import dev.mailbrake.sandbox.zoho.ZohoFault;
import dev.mailbrake.zoho.AccessTokens.AccessToken;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Broken connections to Zoho, with timeouts of milliseconds instead of seconds. */
@Timeout(20)
class BrokenConnectionTest {
  private static final Duration PATIENCE = Duration.ofMillis(300);

  private final MovableClock clock = new MovableClock();

  @Test
  void givesUpOnAnAnswerThatStopsInTheMiddleOfItsBody() throws Exception {
    try (HalfAnswer server = new HalfAnswer("HTTP/1.1 200 OK", 1000)) {
      Failure failure = failure(server.url());

      assertThat(failure.isPassing()).isTrue();
      assertThat(failure.reason()).isEqualTo("Zoho does not answer in time");
    }
  }

  @Test
  void givesUpOnARefusalThatStopsInTheMiddleOfItsBody() throws Exception {
    try (HalfAnswer server = new HalfAnswer("HTTP/1.1 500 Internal", 1000)) {
      assertThat(failure(server.url()).isPassing()).isTrue();
    }
  }

  @Test
  void givesUpOnASlowAnswer() {
    try (FakeZoho zoho = FakeZoho.start(clock)) {
      zoho.settings().delay(Duration.ofMinutes(1));
      zoho.inject(ZohoFault.SLOW.on(RequestKind.READ));

      Failure failure = failure(zoho.url());

      assertThat(failure.isPassing()).isTrue();
      assertThat(failure.reason()).isEqualTo("Zoho does not answer in time");
    }
  }

  @Test
  void saysThatZohoCannotBeReachedIfNobodyListens() throws Exception {
    URI nobody;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      nobody = URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }

    assertThat(failure(nobody).reason()).isEqualTo("Zoho cannot be reached");
  }

  @Test
  void followsNoRedirect() {
    try (ScriptedZoho zoho = new ScriptedZoho();
        ScriptedZoho elsewhere = new ScriptedZoho()) {
      zoho.answers(302, "", Map.of("Location", elsewhere.url() + "/api/accounts"));

      Lookup answer =
          Access.asAdmin(zoho.url(), Access.CONFIGURED, clock)
              .directory()
              .find(new MailAddress(REBECCA));

      assertThat(((Lookup.Failed) answer).failure().isPassing()).isTrue();
      assertThat(elsewhere.calls()).as("the token would have gone there").isEmpty();
    }
  }

  @Test
  void readsAtMostFourMebibytes() {
    try (ScriptedZoho zoho = new ScriptedZoho()) {
      zoho.answers(200, "[" + " ".repeat(5 << 20) + "]");

      Lookup answer =
          Access.asAdmin(zoho.url(), Access.CONFIGURED, clock)
              .directory()
              .find(new MailAddress(REBECCA));

      assertThat(((Lookup.Failed) answer).failure().isPassing()).isTrue();
    }
  }

  private Failure failure(URI url) {
    MailApi mail = ZohoHttp.open(Meters.off(), PATIENCE).mail(url);
    ZohoCalls calls =
        new ZohoCalls(
            new MinuteBudget(30, new CountedCalls(), clock),
            new AccessTokens(
                () -> new AccessToken(new Secret(token(url)), Duration.ofHours(1)), clock));
    TokenOwner owner = new TokenOwner(Access.CONFIGURED, calls, mail);
    Lookup answer =
        new AdminMailboxes(
                calls, mail, owner, new AccountReader(clock), new StatusWriter(calls, clock))
            .find(new MailAddress(REBECCA));
    assertThat(answer).isInstanceOf(Lookup.Failed.class);
    return ((Lookup.Failed) answer).failure();
  }

  private static String token(URI url) {
    return "any token will do for " + url.getPort();
  }

  /** Sends headers and part of the body that they announce, and then nothing more. */
  private static final class HalfAnswer implements AutoCloseable {
    private final ServerSocket socket;

    HalfAnswer(String statusLine, int promised) throws IOException {
      socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
      Thread server = new Thread(() -> serve(statusLine, promised), "half an answer");
      server.setDaemon(true);
      server.start();
    }

    URI url() {
      return URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }

    private void serve(String statusLine, int promised) {
      String head =
          statusLine
              + "\r\nContent-Type: application/json\r\nContent-Length: "
              + promised
              + "\r\n\r\n{\"status\": {\"code\": 2";
      try (var connection = socket.accept()) {
        connection.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
        connection.getOutputStream().flush();
        while (connection.getInputStream().read() >= 0) {
          // The whole request is read, and the connection stays open until the client closes it.
        }
      } catch (IOException closed) {
        // The test is over.
      }
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }
}
