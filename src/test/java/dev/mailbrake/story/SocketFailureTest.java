package dev.mailbrake.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.mailbrake.sandbox.slack.webapi.SlackFault;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What can happen to the connection of Socket Mode; a block gets through afterwards. */
@Tag("sqlite")
class SocketFailureTest {
  private static final String REBECCA = "rebecca@zylker.com";

  private final HttpClient http = HttpClient.newHttpClient();
  private final Workplace work = Workplace.bySocket(1);

  /** A busy machine may take longer than Slack's three seconds, which is not what fails here. */
  @BeforeEach
  void waitsForABusyMachine() {
    work.slack.waitForBotAtMost(Duration.ofSeconds(10));
    awaitReadiness("ready\n"); // Else what is cut may be a connection still being opened.
  }

  @AfterEach
  void closes() {
    assertThat(work.slack.socket().errors()).isEmpty();
    work.close();
  }

  @Test
  void blocksAfterSlackAskedForANewConnection() {
    work.slack.socket().disconnect("refresh_requested");
    work.slack.socket().awaitOpened(2);
    work.slack.socket().awaitConnections(1);
    blocks();
  }

  @Test
  void blocksAfterTheConnectionBroke() {
    work.slack.socket().cut();
    work.slack.socket().awaitOpened(2);
    blocks();
  }

  @Tag("long")
  @Test
  void isReadyOnlyWhileTheConnectionAnswersAndOpensAnotherWhenItDoesNot() {
    awaitReadiness("ready\n");
    opensNone();
    work.slack.socket().freeze();
    awaitReadiness("not ready: there is no connection to Slack\n");
    work.slack.faults().endAll();
    awaitReadiness("ready\n");
    work.slack
        .socket()
        .thaw(); // Until the dead connection is closed, Slack keeps sending it its share.
    work.slack.socket().awaitConnections(1);
    blocks();
  }

  @Test
  void survivesASlackThatOpensNoConnections() {
    opensNone();
    work.slack.socket().cut();
    awaitReadiness("not ready: there is no connection to Slack\n");
    work.slack.faults().endAll();
    awaitReadiness("ready\n");
    blocks();
  }

  @Test
  void recoversWhenSocketModeIsSwitchedOnAgain() {
    work.slack.socket().disconnect("link_disabled");
    awaitReadiness("not ready: there is no connection to Slack\n");
    work.slack.socket().enable();
    awaitReadiness("ready\n");
    blocks();
  }

  private void blocks() {
    work.grace.presses(Workplace.BLOCK, work.ada.asksToBlock(REBECCA));
    work.card("Blocked, verified");
    assertThat(work.isBlocked(REBECCA)).isTrue();
  }

  private void opensNone() {
    work.slack.faults().begin(SlackFault.INTERNAL_ERROR.always().on("apps.connections.open"));
  }

  private void awaitReadiness(String wanted) {
    await().atMost(Workplace.PATIENCE).until(() -> readiness().equals(wanted));
  }

  private String readiness() {
    URI ready = work.url("/health/ready");
    try {
      return http.send(HttpRequest.newBuilder(ready).build(), HttpResponse.BodyHandlers.ofString())
          .body();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
