package dev.mailbrake.sandbox.slack.socket;

import static dev.mailbrake.sandbox.slack.people.SampleWorkspace.ADA;
import static dev.mailbrake.sandbox.slack.people.SampleWorkspace.MAIL_SECURITY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mailbrake.sandbox.slack.FakeSlackFixture;
import dev.mailbrake.sandbox.slack.TinySocket;
import dev.mailbrake.sandbox.slack.delivery.BotAcknowledgement;
import dev.mailbrake.sandbox.slack.delivery.BotRequest;
import dev.mailbrake.sandbox.slack.messages.SlackMessage;
import dev.mailbrake.sandbox.slack.views.ShownModal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SocketModeTest extends FakeSlackFixture {

  @BeforeEach
  void useSockets() {
    slack.connectBySocket();
  }

  @Test
  void sendsACommandInAnEnvelopeAndAcceptsTheAcknowledgement() throws Exception {
    TinySocket bot = TinySocket.open(app());
    CompletableFuture<BotAcknowledgement> ack = types("/mail-status");

    JsonNode envelope = bot.reads("slash_commands");
    assertThat(envelope.path("accepts_response_payload").asBoolean()).isTrue();
    assertThat(envelope.has("retry_attempt")).isFalse();
    assertThat(envelope.path("payload").path("command").asText()).isEqualTo("/mail-status");
    assertThat(envelope.path("payload").path("text").isTextual()).isTrue();
    assertThat(envelope.path("payload").path("text").asText()).isEmpty();
    bot.acknowledges(envelope);

    assertThat(ack.join().status()).isEqualTo(200);
    assertThat(ack.join().body()).isEmpty();
    assertThat(slack.ephemerals(ADA)).isEmpty();
    assertThat(slack.socket().errors()).isEmpty();
  }

  @Test
  void showsTheAcknowledgementsText() throws Exception {
    TinySocket bot = TinySocket.open(app());
    CompletableFuture<BotAcknowledgement> ack = types("/mail-status");
    bot.acknowledges(bot.reads("slash_commands"), "{\"text\":\"All is well\"}");

    assertThat(ack.join().body()).contains("All is well");
    assertThat(only().plainText()).isEqualTo("All is well");
  }

  @Test
  void readsAnAcknowledgementAsStrictlyAsOverHttp() throws Exception {
    TinySocket bot = TinySocket.open(app());
    CompletableFuture<BotAcknowledgement> ack = types("/mail-status");
    bot.acknowledges(bot.reads("slash_commands"), "{\"text\":\"\"}");

    ack.join();
    assertThat(only().plainText()).contains("invalid_command_response");
  }

  @Test
  void ignoresAnEmptyPayload() throws Exception {
    TinySocket bot = TinySocket.open(app());
    CompletableFuture<BotAcknowledgement> ack = opensHome();
    bot.acknowledges(bot.reads("events_api"), "{}");

    assertThat(ack.join().status()).isEqualTo(200);
    assertThat(slack.socket().errors()).isEmpty();
  }

  @Test
  void sendsAnEventAndItsRepetitionInSeparateEnvelopes() throws Exception {
    TinySocket bot = TinySocket.open(app());
    CompletableFuture<BotAcknowledgement> ack = opensHome();
    JsonNode first = bot.reads("events_api");
    bot.acknowledges(first);
    ack.join();
    ack = CompletableFuture.supplyAsync(slack::redeliver);
    JsonNode second = bot.reads("events_api");
    bot.acknowledges(second);

    assertThat(ack.join().status()).isEqualTo(200);
    assertThat(first.path("retry_attempt").asInt(-1)).isZero();
    assertThat(second.path("retry_attempt").asInt()).isEqualTo(1);
    assertThat(second.path("retry_reason").asText()).isEqualTo("timeout");
    assertThat(second.path("payload")).isEqualTo(first.path("payload"));
    assertThat(second.path("envelope_id")).isNotEqualTo(first.path("envelope_id"));
  }

  @Test
  void reportsAnUnexpectedAnswer() throws Exception {
    TinySocket bot = TinySocket.open(app());
    CompletableFuture<BotAcknowledgement> ack = clicks();
    JsonNode envelope = bot.reads("interactive");
    assertThat(envelope.at("/payload/type").asText()).isEqualTo("block_actions");
    assertThat(envelope.path("accepts_response_payload").asBoolean(true)).isFalse();
    bot.acknowledges(envelope, "{\"text\":\"no\"}");

    assertThat(ack.join().status()).isEqualTo(200);
    assertThat(slack.socket().errors()).singleElement().asString().contains("accepts no payload");
  }

  @Test
  void showsTheModalsErrorsFromTheAcknowledgement() throws Exception {
    TinySocket bot = TinySocket.open(app());
    ShownModal form = openedForm(bot);
    CompletableFuture<BotAcknowledgement> ack =
        CompletableFuture.supplyAsync(() -> form.fills("reason", "because").submits());
    JsonNode envelope = bot.reads("interactive");
    assertThat(envelope.at("/payload/type").asText()).isEqualTo("view_submission");
    assertThat(envelope.path("accepts_response_payload").asBoolean()).isTrue();
    bot.acknowledges(
        envelope, "{\"response_action\":\"errors\",\"errors\":{\"reason\":\"Say more\"}}");

    ack.join();
    assertThat(form.isOpen()).isTrue();
    assertThat(form.errors()).containsEntry("reason", "Say more");
  }

  @Test
  void timesOutWithoutAnAcknowledgementAndReportsTheLateOne() throws Exception {
    slack.waitForBotAtMost(Duration.ofMillis(50));
    TinySocket bot = TinySocket.open(app());
    CompletableFuture<BotAcknowledgement> ack = types("/mail-status");
    JsonNode envelope = bot.reads("slash_commands");

    assertThat(ack.join().status()).isZero();
    assertThat(only().plainText()).contains("operation_timeout");
    bot.acknowledges(envelope);
    assertThat(errors(1)).singleElement().asString().contains("too late");
  }

  @Test
  void reportsInvalidAcknowledgements() throws Exception {
    TinySocket bot = TinySocket.open(app());
    bot.says("{\"envelope_id\":\"no-such\"}");
    bot.says("{\"payload\":{}}");
    bot.says("hello?");

    assertThat(errors(3))
        .satisfiesExactly(
            unknown -> assertThat(unknown).contains("no-such acknowledged unknown"),
            nameless -> assertThat(nameless).contains("neither JSON nor"),
            text -> assertThat(text).contains("hello?"));
  }

  @Test
  void reportsASecondAcknowledgement() throws Exception {
    TinySocket bot = TinySocket.open(app());
    CompletableFuture<BotAcknowledgement> ack = types("/mail-status");
    JsonNode envelope = bot.reads("slash_commands");
    bot.acknowledges(envelope);
    ack.join();
    bot.acknowledges(envelope);

    assertThat(errors(1)).singleElement().asString().contains("again");
  }

  @Test
  void deliversNothingWithoutAConnectionAndKeepsNothingForLater() throws Exception {
    types("/mail-status").join();
    assertThat(only().plainText()).contains("dispatch_failed");

    TinySocket bot = TinySocket.open(app());
    CompletableFuture<BotAcknowledgement> ack = types("/mail-block");
    JsonNode envelope = bot.reads("slash_commands");
    assertThat(envelope.at("/payload/command").asText()).isEqualTo("/mail-block");
    bot.acknowledges(envelope);
    ack.join();
  }

  @Test
  void alternatesBetweenConnectionsAndAcceptsTheAcknowledgementOnAny() throws Exception {
    TinySocket one = TinySocket.open(app());
    TinySocket two = TinySocket.open(app());

    CompletableFuture<BotAcknowledgement> first = types("/mail-status one");
    two.acknowledges(one.reads("slash_commands"));
    assertThat(first.join().status()).isEqualTo(200);
    CompletableFuture<BotAcknowledgement> second = types("/mail-status two");
    one.acknowledges(two.reads("slash_commands"));
    assertThat(second.join().status()).isEqualTo(200);
    assertThat(one.hasMessages() || two.hasMessages()).isFalse();
  }

  @Test
  void removesAConnectionThatTheBotCloses() throws Exception {
    TinySocket bot = TinySocket.open(app());
    bot.closes();
    slack.socket().awaitConnections(0);
    assertThat(slack.socket().opened()).isEqualTo(1);
  }

  @Test
  void postsNothing() {
    assertThatThrownBy(() -> slack.posts(BotRequest.of("command=x")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("Socket Mode");
  }

  private CompletableFuture<BotAcknowledgement> types(String line) {
    return CompletableFuture.supplyAsync(() -> slack.as(ADA).in(MAIL_SECURITY).types(line));
  }

  private CompletableFuture<BotAcknowledgement> opensHome() {
    return CompletableFuture.supplyAsync(() -> slack.as(ADA).opensHome());
  }

  private CompletableFuture<BotAcknowledgement> clicks() {
    return CompletableFuture.supplyAsync(
        () -> slack.as(ADA).clicksRaw(MAIL_SECURITY, "1.0", "confirm", "x"));
  }

  private ShownModal openedForm(TinySocket bot) throws Exception {
    CompletableFuture<BotAcknowledgement> ack = types("/mail-block");
    JsonNode envelope = bot.reads("slash_commands");
    bot.acknowledges(envelope);
    ack.join();
    String trigger = envelope.at("/payload/trigger_id").asText();
    String view =
        """
        {"type":"modal","title":{"type":"plain_text","text":"Block"},
         "submit":{"type":"plain_text","text":"Ask"},
         "blocks":[{"type":"input","block_id":"reason",
           "label":{"type":"plain_text","text":"Reason"},
           "element":{"type":"plain_text_input","action_id":"typed"}}]}\
        """;
    assertThat(client().viewsOpen(r -> r.triggerId(trigger).viewAsString(view)).getError())
        .isNull();
    return slack.as(ADA).form();
  }

  private List<String> errors(int wanted) {
    return slack.await(
        () -> Optional.of(slack.socket().errors()).filter(all -> all.size() == wanted),
        Duration.ofSeconds(10));
  }

  private SlackMessage only() {
    assertThat(slack.ephemerals(ADA)).hasSize(1);
    return slack.ephemerals(ADA).get(0);
  }
}
