package dev.mailbrake.slack;

import static dev.mailbrake.sandbox.slack.people.SampleWorkspace.ADA;
import static dev.mailbrake.sandbox.slack.people.SampleWorkspace.GRACE;
import static dev.mailbrake.sandbox.slack.people.SampleWorkspace.MAIL_SECURITY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.handler.builtin.SlashCommandHandler;
import com.slack.api.bolt.response.Response;
import com.slack.api.bolt.socket_mode.request.SocketModeRequestParser;
import dev.mailbrake.config.Secret;
import dev.mailbrake.sandbox.slack.FakeSlack;
import dev.mailbrake.sandbox.slack.delivery.BotAcknowledgement;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How listeners affect acknowledgements over a socket. */
class SocketEventsTest {
  private final SampleSlackPeople workspace = new SampleSlackPeople();
  private final Workers workers = new Workers(workspace.replies);

  @AfterEach
  void closes() {
    workers.close();
    workspace.close();
  }

  @Test
  void aSlowListenerDelaysNobodyElse() {
    CompletableFuture<Boolean> otherIsAnswered = new CompletableFuture<>();
    SlashCommandHandler listener =
        (request, context) -> {
          if (request.getPayload().getUserId().equals(ADA)) {
            assertThat(otherIsAnswered.join()).isTrue();
          }
          return Response.ok();
        };
    try (SocketEvents open = opened(listener)) {
      CompletableFuture<BotAcknowledgement> slow = CompletableFuture.supplyAsync(() -> types(ADA));
      assertThat(types(GRACE).status()).isEqualTo(200);
      otherIsAnswered.complete(true);
      assertThat(slow.join().status()).isEqualTo(200);
      assertThat(open.isOpen()).isTrue();
    }
  }

  @Test
  void answersAfterABugWithTheIdThatTheLogHas() {
    SlashCommandHandler broken =
        (request, context) -> {
          throw new IllegalStateException("a bug");
        };
    try (SocketEvents open = opened(broken)) {
      assertThat(types(ADA).status()).isEqualTo(200);
      workspace.slack.awaitEphemeral(
          ADA, message -> message.plainText().startsWith("Something went wrong in Mailbrake"));
      assertThat(open.isOpen()).isTrue();
    }
  }

  private BotAcknowledgement types(String user) {
    return workspace.slack.as(user).in(MAIL_SECURITY).types("/mail-block rebecca@zylker.com");
  }

  private SocketEvents opened(SlashCommandHandler listener) {
    AppConfig config = AppConfig.builder().slack(workspace.api.slack()).build();
    App app = new App(config, workspace.api.slack(), new ArrayList<>());
    app.command("/mail-block", listener);
    SocketEvents events =
        new SocketEvents(
            workspace.api,
            new Secret(FakeSlack.APP_TOKEN),
            new SocketModeRequestParser(config),
            new BoltRunner(app, workers, workspace.clock));
    workspace.slack.connectBySocket();
    events.open();
    await().until(events::isOpen);
    return events;
  }
}
