package dev.mailbrake.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mailbrake.config.Secret;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class HttpServerTest {
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final AtomicBoolean WRITABLE = new AtomicBoolean(true);
  private static final String TOKEN = "a-token-of-small-letters";
  private static final HttpServer SERVER = server();

  @BeforeAll
  static void start() {
    SERVER.start();
  }

  @BeforeEach
  void recordIsWritable() {
    WRITABLE.set(true);
  }

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/health", "/health/live/", "/health/live2", "/slack", "/%2e%2e/x"})
  void servesNoOtherPathAndRevealsNothing(String path) throws Exception {
    HttpResponse<String> answer = get(path);

    assertThat(answer.statusCode()).isIn(400, 404);
    assertThat(answer.body()).isEmpty();
    assertThat(answer.headers().firstValue("Server")).isEmpty();
    assertThat(answer.headers().firstValue("X-Powered-By")).isEmpty();
  }

  @Test
  void isAliveWhateverTheStateOfTheRecord() throws Exception {
    WRITABLE.set(false);

    HttpResponse<String> answer = get("/health/live");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("alive\n");
    assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(answer.headers().firstValue("Server")).isEmpty();
  }

  @Test
  void isReadyWhileTheRecordIsWritable() throws Exception {
    assertThat(get("/health/ready").statusCode()).isEqualTo(200);

    WRITABLE.set(false);
    HttpResponse<String> answer = get("/health/ready");
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.body()).contains("database");

    WRITABLE.set(true);
    assertThat(get("/health/ready").statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /health/live, 'GET, HEAD'",
    "POST, /health/ready, 'GET, HEAD'",
    "DELETE, /health/ready, 'GET, HEAD'",
    "POST, /metrics, GET"
  })
  void answersOtherMethodsWithTheAllowedOnes(String method, String path, String allowed)
      throws Exception {
    HttpResponse<String> answer = send(method, path);

    assertThat(answer.statusCode()).isEqualTo(405);
    assertThat(answer.headers().firstValue("Allow")).contains(allowed);
    assertThat(answer.body()).isEmpty();
  }

  @Test
  void answersHeadRequests() throws Exception {
    HttpResponse<String> answer = send("HEAD", "/health/live");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEmpty();
  }

  /** Jetty caches the headers of a connection and matches them ignoring case. */
  @Test
  void refusesATokenInAnotherCaseOnAConnectionThatSentTheRightOne() throws Exception {
    try (RawHttp raw = new RawHttp(SERVER.port())) {
      assertThat(raw.says(metrics(TOKEN)).hearsHead()).startsWith("HTTP/1.1 200 ");
      assertThat(raw.hears("metrics\n".length())).isEqualTo("metrics\n");
      assertThat(raw.says(metrics(TOKEN.toUpperCase(Locale.ROOT))).hearsHead())
          .startsWith("HTTP/1.1 401 ");
      assertThat(raw.says(metrics(TOKEN)).hearsHead()).startsWith("HTTP/1.1 200 ");
    }
  }

  private static String metrics(String token) {
    return "GET /metrics HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + token + "\r\n\r\n";
  }

  @Test
  void hidesTheDetailsOfABugInAHandler() throws Exception {
    HttpResponse<String> answer = get("/defect");

    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.body()).isEmpty();
    assertThat(answer.headers().firstValue("Server")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GARBAGE\r\n\r\n",
        "GET / HTTP/9.9\r\n\r\n",
        "GET /\u0001 HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET / HTTP/1.1\r\n\r\n"
      })
  void revealsNothingToAClientThatSpeaksNoHttp(String request) throws Exception {
    try (RawHttp raw = new RawHttp(SERVER.port())) {
      String head = raw.says(request).hearsHead();

      assertThat(head).startsWith("HTTP/1.1 ").doesNotContainIgnoringCase("jetty");
    }
  }

  @Test
  void saysThatItsPortIsInUse() {
    HttpServer second = new HttpServer("127.0.0.1", SERVER.port(), List.of());

    assertThatThrownBy(second::start)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("port");
    second.close();
  }

  @Test
  void acceptsNothingOnceItIsClosed() {
    HttpServer closed = server();
    closed.start();
    int port = closed.port();
    closed.close();

    assertThatThrownBy(() -> get(port, "/health/live")).isInstanceOf(IOException.class);
  }

  /** A client that sends half a request must not keep the rest of the process from stopping. */
  @Test
  void closesCleanlyWhileSomebodyHasSentHalfARequest() throws Exception {
    HttpServer closing = server();
    closing.start();
    try (RawHttp raw = new RawHttp(closing.port())) {
      raw.says(
          "POST /reads HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 9\r\n\r\n");
      assertThat(raw.hearsHead()).contains("100");
      raw.says("half");

      assertThatCode(closing::close).doesNotThrowAnyException();
    }
  }

  private static HttpServer server() {
    return new HttpServer(
        "127.0.0.1",
        0,
        List.of(
            new Defective(),
            new HealthHandler(
                List.of(new HealthHandler.Need(WRITABLE::get, "the database cannot be written"))),
            new MetricsHandler(new Secret(TOKEN), () -> "metrics\n")));
  }

  private static HttpResponse<String> get(String path) throws Exception {
    return get(SERVER.port(), path);
  }

  private static HttpResponse<String> get(int port, String path) throws Exception {
    return send("GET", port, path);
  }

  private static HttpResponse<String> send(String method, String path) throws Exception {
    return send(method, SERVER.port(), path);
  }

  private static HttpResponse<String> send(String method, int port, String path) throws Exception {
    URI uri = URI.create("http://127.0.0.1:" + port + path);
    return HTTP.send(
        HttpRequest.newBuilder(uri).method(method, BodyPublishers.noBody()).build(),
        BodyHandlers.ofString());
  }

  /** Fails at one path, and reads the whole body at another. */
  private static final class Defective extends Handler.Abstract {
    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
      switch (Request.getPathInContext(request)) {
        case "/defect" -> throw new IllegalStateException("secret words");
        case "/reads" -> {
          try (var body = Request.asInputStream(request)) {
            body.readAllBytes();
          }
          callback.succeeded();
          return true;
        }
        default -> {
          return false;
        }
      }
    }
  }
}
