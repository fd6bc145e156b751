package dev.mailbrake.ops;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.mailbrake.sandbox.MovableClock;
import dev.mailbrake.slack.SlackEntry;
import java.io.IOException;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Anyone can send bodies without a signature; all together must not fill the memory. */
@Timeout(60)
class BoundedBodiesTest {
  private static final int CLIENTS = 200;
  private static final int MEBIBYTE = 1 << 20;
  private static final int PIECE = 64 << 10;
  private static final String HEAD = "POST /slack/events HTTP/1.1\r\nHost: x\r\n";
  private static final String CHUNKED = HEAD + "Transfer-Encoding: chunked\r\n\r\n";
  private static final String CHUNK =
      Integer.toHexString(PIECE) + "\r\n" + "x".repeat(PIECE) + "\r\n";

  private final SlackEntry slack = new SlackEntry(new MovableClock());
  private final HttpServer server =
      new HttpServer(
          "127.0.0.1", 0, List.of(new SlackHandler(slack.events()), new HealthHandler(List.of())));
  private final List<RawHttp> clients = new ArrayList<>();

  @BeforeEach
  void start() throws IOException {
    server.start();
    checkAlive();
  }

  @AfterEach
  void stop() throws IOException {
    for (RawHttp client : clients) {
      client.close();
    }
    server.close();
    slack.close();
  }

  @Test
  void keepsNothingOfBodiesThatAreTooLarge() throws Exception {
    long before = bytesHeld();
    connect(CHUNKED);

    for (int sent = 0; sent < 2 * MEBIBYTE; sent += PIECE) {
      clients.forEach(client -> says(client, CHUNK));
      checkAlive();
    }

    for (RawHttp client : clients) {
      assertThat(hearsHead(client)).matches("(?s)|HTTP/1.1 413 .*");
    }
    assertThat(bytesHeld() - before).isLessThan(32 * MEBIBYTE);
  }

  @Test
  void holdsLittleOfEndlessBodies() throws Exception {
    long before = bytesHeld();
    connect(CHUNKED);

    for (int sent = PIECE; sent < MEBIBYTE; sent += PIECE) {
      clients.forEach(client -> says(client, CHUNK));
      checkAlive();
    }

    assertThat(bytesHeld() - before).as("of the 200 that were sent").isLessThan(128 * MEBIBYTE);
    checkSmallBodyIsRead();
  }

  @Test
  void freesTheMemoryOfAbortedBodies() throws Exception {
    connect(CHUNKED);
    for (int sent = PIECE; sent < MEBIBYTE; sent += PIECE) {
      clients.forEach(client -> says(client, CHUNK));
    }
    for (RawHttp client : clients) {
      client.close();
    }
    clients.clear();

    await().atMost(Duration.ofSeconds(20)).until(this::largeBodyIsRead);
  }

  @Test
  void readsNothingOfBodiesThatAnnounceTooMuch() throws Exception {
    long before = bytesHeld();
    connect(HEAD + "Content-Length: 2097152\r\n\r\n");

    for (RawHttp client : clients) {
      assertThat(hearsHead(client)).startsWith("HTTP/1.1 413 ");
    }
    checkAlive();
    assertThat(bytesHeld() - before).isLessThan(32 * MEBIBYTE);
  }

  private void connect(String head) throws IOException {
    for (int i = 0; i < CLIENTS; i++) {
      clients.add(new RawHttp(server.port()).says(head));
    }
  }

  /** The server may have closed the connection, which is allowed. */
  private static void says(RawHttp client, String text) {
    try {
      client.says(text);
    } catch (IOException closed) {
      assertThat(closed).isNotInstanceOf(SocketTimeoutException.class);
    }
  }

  private static String hearsHead(RawHttp client) {
    try {
      return client.hearsHead();
    } catch (IOException closed) {
      return "";
    }
  }

  private void checkAlive() throws IOException {
    try (RawHttp other = new RawHttp(server.port())) {
      assertThat(other.says("GET /health/live HTTP/1.1\r\nHost: x\r\n\r\n").hearsHead())
          .startsWith("HTTP/1.1 200");
    }
  }

  /** Read to its end before it is found to be unsigned. */
  private void checkSmallBodyIsRead() throws IOException {
    assertThat(answerTo("x".repeat(10_000))).startsWith("HTTP/1.1 401 ");
  }

  private boolean largeBodyIsRead() throws IOException {
    return answerTo("x".repeat(MEBIBYTE)).startsWith("HTTP/1.1 401 ");
  }

  private String answerTo(String body) throws IOException {
    try (RawHttp other = new RawHttp(server.port())) {
      String head = HEAD + "Content-Length: " + body.getBytes(UTF_8).length + "\r\n\r\n";
      says(other, head + body);
      return hearsHead(other);
    }
  }

  /** On the heap, and in direct buffers. */
  private static long bytesHeld() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed()
        + ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
            .mapToLong(BufferPoolMXBean::getMemoryUsed)
            .sum();
  }
}
