package dev.mailbrake.ops;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mailbrake.sandbox.MovableClock;
import dev.mailbrake.sandbox.slack.FakeSlack;
import dev.mailbrake.slack.SlackEntry;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class SlackHandlerTest {
  private static final int LIMIT = 1 << 20;
  private static final String HELP = "command=%2Fmail-block&text=help&user_id=U0ADA00001";

  private static final MovableClock CLOCK = new MovableClock();
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /** Nothing here reaches a use case. */
  private static final SlackEntry SLACK = new SlackEntry(CLOCK);

  private static final HttpServer SERVER =
      new HttpServer("127.0.0.1", 0, List.of(new SlackHandler(SLACK.events())));

  @BeforeAll
  static void start() {
    SERVER.start();
  }

  @AfterAll
  static void stop() {
    SERVER.close();
    SLACK.close();
  }

  @Test
  void answersASignedCommand() throws Exception {
    HttpResponse<String> answer = post(BodyPublishers.ofString(HELP), HELP.getBytes(UTF_8));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/json");
    assertThat(answer.body()).contains("\"ephemeral\"", "/mail-block");
  }

  @Test
  void refusesAnUnsignedRequest() throws Exception {
    HttpResponse<String> answer =
        HTTP.send(
            request("/slack/events").POST(BodyPublishers.ofString(HELP)).build(),
            BodyHandlers.ofString());

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("Server")).isEmpty();
  }

  @Test
  void refusesARequestSignedMoreThanFiveMinutesAgo() throws Exception {
    HttpRequest old = signed(BodyPublishers.ofString(HELP), HELP.getBytes(UTF_8));
    CLOCK.passes(Duration.ofSeconds(301));

    assertThat(HTTP.send(old, BodyHandlers.ofString()).statusCode()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "payload=", "payload=%7B", "payload=%7B%7D", "command=", "\u0000"})
  void answersASignedRequestThatSlackWouldNotSend(String body) throws Exception {
    HttpResponse<String> answer = post(BodyPublishers.ofString(body), body.getBytes(UTF_8));

    assertThat(answer.statusCode()).isIn(400, 404);
    assertThat(answer.headers().firstValue("Server")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "HEAD", "PUT", "DELETE", "OPTIONS"})
  void acceptsOnlyPost(String method) throws Exception {
    HttpResponse<String> answer =
        HTTP.send(
            request("/slack/events").method(method, BodyPublishers.noBody()).build(),
            BodyHandlers.ofString());

    assertThat(answer.statusCode()).isEqualTo(405);
    assertThat(answer.headers().firstValue("Allow")).contains("POST");
    assertThat(answer.body()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/slack/events/", "/slack/events2", "/slack//events", "/SLACK/EVENTS"})
  void servesOnlyItsOwnPath(String path) throws Exception {
    HttpResponse<String> answer =
        HTTP.send(
            request(path).POST(BodyPublishers.ofString(HELP)).build(), BodyHandlers.ofString());

    assertThat(answer.statusCode()).isIn(400, 404);
    assertThat(answer.body()).isEmpty();
  }

  @Test
  void acceptsABodyOfAMebibyteAndNotOneByteMore() throws Exception {
    byte[] whole = largest(LIMIT);
    byte[] tooMuch = largest(LIMIT + 1);

    assertThat(post(BodyPublishers.ofByteArray(whole), whole).statusCode()).isEqualTo(200);
    // Refused before it is sent: a server that closes while the client sends may lose its answer.
    HttpRequest asksFirst =
        HttpRequest.newBuilder(
                signed(BodyPublishers.ofByteArray(tooMuch), tooMuch), (name, value) -> true)
            .expectContinue(true)
            .build();
    HttpResponse<String> refused = HTTP.send(asksFirst, BodyHandlers.ofString());
    assertThat(refused.statusCode()).isEqualTo(413);
    assertThat(refused.body()).isEmpty();
  }

  @Test
  void refusesALargerBodyWithoutALengthToo() throws Exception {
    byte[] tooMuch = largest(LIMIT + 1);
    BodyPublisher chunked = BodyPublishers.fromPublisher(BodyPublishers.ofByteArray(tooMuch));

    assertThat(post(chunked, tooMuch).statusCode()).isEqualTo(413);
  }

  @Test
  void refusesABodyThatAnnouncesGigabytesBeforeItComes() throws Exception {
    try (RawHttp raw = new RawHttp(SERVER.port())) {
      raw.says("POST /slack/events HTTP/1.1\r\nHost: x\r\nContent-Length: 9999999999\r\n\r\n");

      assertThat(raw.hearsHead()).startsWith("HTTP/1.1 413").containsIgnoringCase("close");
    }
  }

  /** Anyone can begin a request without a signature. */
  @Test
  void answersOthersWhileFortyClientsHaveSentHalfARequest() throws Exception {
    HttpServer alone =
        new HttpServer(
            "127.0.0.1",
            0,
            List.of(new SlackHandler(SLACK.events()), new HealthHandler(List.of())));
    alone.start();
    List<RawHttp> slow = new ArrayList<>();
    try {
      for (int i = 0; i < 40; i++) {
        slow.add(
            new RawHttp(alone.port())
                .says("POST /slack/events HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\nhalf"));
      }
      try (RawHttp other = new RawHttp(alone.port())) {
        assertThat(other.says("GET /health/live HTTP/1.1\r\nHost: x\r\n\r\n").hearsHead())
            .startsWith("HTTP/1.1 200");
      }
    } finally {
      for (RawHttp each : slow) {
        each.close();
      }
      alone.close();
    }
  }

  private static byte[] largest(int length) {
    return (HELP + "&filler=" + "x".repeat(length - HELP.length() - 8)).getBytes(UTF_8);
  }

  private HttpResponse<String> post(BodyPublisher body, byte[] bytes) throws Exception {
    return HTTP.send(signed(body, bytes), BodyHandlers.ofString());
  }

  private HttpRequest signed(BodyPublisher body, byte[] bytes) throws Exception {
    String timestamp = String.valueOf(CLOCK.instant().getEpochSecond());
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(FakeSlack.SIGNING_SECRET.getBytes(UTF_8), "HmacSHA256"));
    mac.update(("v0:" + timestamp + ":").getBytes(UTF_8));
    return request("/slack/events")
        .header("X-Slack-Request-Timestamp", timestamp)
        .header("X-Slack-Signature", "v0=" + HexFormat.of().formatHex(mac.doFinal(bytes)))
        .POST(body)
        .build();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + SERVER.port() + path))
        .header("Content-Type", "application/x-www-form-urlencoded");
  }
}
