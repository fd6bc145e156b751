package dev.mailbrake.sandbox.slack;

import static dev.mailbrake.sandbox.slack.people.SampleWorkspace.ADA;
import static dev.mailbrake.sandbox.slack.people.SampleWorkspace.MAIL_SECURITY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mailbrake.sandbox.slack.delivery.BotAcknowledgement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How Slack ends a connection, and how one breaks. */
class DisconnectTest extends FakeSlackFixture {

  private static final int NORMAL = 1000;
  private static final int BROKEN = 1006;

  @BeforeEach
  void useSockets() {
    slack.connectBySocket();
  }

  @Test
  void closesTheOldConnectionOnceANewOneIsOpen() throws Exception {
    TinySocket old = TinySocket.open(app());
    slack.socket().disconnect("refresh_requested");
    assertThat(reason(old)).isEqualTo("refresh_requested");
    assertThat(slack.socket().connections()).isZero();
    takesACommand(old);

    TinySocket fresh = TinySocket.open(app());
    takesACommand(fresh);
    assertThat(old.end()).isEqualTo(NORMAL);
    slack.socket().awaitConnections(1);
  }

  @Test
  void closesTheOldConnectionInAnyCaseAfterAWhile() throws Exception {
    slack.closeSocketsWithin(Duration.ofMillis(50));
    TinySocket old = TinySocket.open(app());
    slack.socket().disconnect("refresh_requested");
    assertThat(old.end()).isEqualTo(NORMAL);
  }

  @Test
  void onlyWarns() throws Exception {
    TinySocket bot = TinySocket.open(app());
    slack.socket().disconnect("warning");
    assertThat(reason(bot)).isEqualTo("warning");
    assertThat(slack.socket().connections()).isEqualTo(1);
    takesACommand(bot);
  }

  @Test
  void refusesConnectionsWhileSocketModeIsOff() throws Exception {
    TinySocket bot = TinySocket.open(app());
    slack.socket().disconnect("link_disabled");
    assertThat(reason(bot)).isEqualTo("link_disabled");
    assertThat(bot.end()).isEqualTo(NORMAL);
    assertThat(app().appsConnectionsOpen(r -> r).getError()).isEqualTo("socket_mode_not_enabled");

    slack.socket().enable();
    takesACommand(TinySocket.open(app()));
  }

  @Test
  void refusesOtherReasons() {
    assertThatThrownBy(() -> slack.socket().disconnect("tired"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void breaksTheConnectionWithoutACloseFrame() throws Exception {
    TinySocket bot = TinySocket.open(app());
    slack.socket().cut();
    assertThat(bot.end()).isEqualTo(BROKEN);
    assertThat(slack.socket().connections()).isZero();
  }

  @Test
  void answersNoPingOnAFrozenConnectionUntilItThaws() throws Exception {
    slack.waitForBotAtMost(Duration.ofMillis(50));
    TinySocket bot = TinySocket.open(app());
    bot.pings("before");
    assertThat(bot.pong(10)).isEqualTo("before");

    slack.socket().freeze();
    bot.pings("meanwhile");
    assertThat(slack.as(ADA).in(MAIL_SECURITY).types("/mail-status").status()).isZero();
    assertThat(bot.hasMessages()).isFalse();
    assertThat(bot.pong(0)).isEmpty();
    assertThat(slack.socket().connections()).isEqualTo(1);

    slack.socket().thaw();
    assertThat(bot.pong(10)).isEqualTo("meanwhile");
  }

  private static String reason(TinySocket bot) throws InterruptedException {
    return bot.reads("disconnect").path("reason").asText();
  }

  private void takesACommand(TinySocket bot) throws InterruptedException {
    CompletableFuture<BotAcknowledgement> ack =
        CompletableFuture.supplyAsync(() -> slack.as(ADA).in(MAIL_SECURITY).types("/mail-status"));
    bot.acknowledges(bot.reads("slash_commands"));
    assertThat(ack.join().status()).isEqualTo(200);
  }
}
