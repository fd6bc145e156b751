package dev.mailbrake.sandbox.slack;

import static dev.mailbrake.sandbox.slack.people.SampleWorkspace.ADA;
import static dev.mailbrake.sandbox.slack.people.SampleWorkspace.GRACE;
import static dev.mailbrake.sandbox.slack.people.SampleWorkspace.MAIL_SECURITY;
import static dev.mailbrake.sandbox.slack.people.SampleWorkspace.RANDOM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mailbrake.sandbox.slack.messages.MessageBody;
import dev.mailbrake.sandbox.slack.messages.SlackMessage;
import dev.mailbrake.sandbox.slack.protocol.Json;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Message shortcuts and global ones. */
class ShortcutsTest extends FakeSlackFixture {

  private static final String ON_MESSAGE = "block-message";
  private static final String GLOBAL = "block-mailbox";

  @AutoClose private final TinyBot bot = TinyBot.of(slack);

  @Test
  void sendsTheMessageOnWhichAShortcutWasRun() {
    SlackMessage said =
        slack.as(GRACE).says(RANDOM, "@ada stop rebecca@zylker.com & co, see https://x.example");
    assertThat(slack.as(ADA).runsShortcutOn(ON_MESSAGE, said).status()).isEqualTo(200);

    JsonNode payload = bot.lastPayload();
    assertThat(payload.path("type").asText()).isEqualTo("message_action");
    assertThat(payload.path("callback_id").asText()).isEqualTo(ON_MESSAGE);
    assertThat(payload.at("/user/id").asText()).isEqualTo(ADA);
    assertThat(payload.at("/team/id").asText()).isEqualTo(FakeSlack.TEAM);
    assertThat(payload.at("/channel/id").asText()).isEqualTo(RANDOM);
    assertThat(payload.at("/channel/name").asText()).isEqualTo("random");
    assertThat(payload.path("message_ts").asText()).isEqualTo(said.ts());
    assertThat(payload.at("/message/user").asText()).isEqualTo(GRACE);
    assertThat(payload.at("/message/ts").asText()).isEqualTo(said.ts());
    assertThat(payload.at("/message/text").asText())
        .isEqualTo(
            "<@U0ADA00001> stop <mailto:rebecca@zylker.com|rebecca@zylker.com> &amp; co, see"
                + " <https://x.example>");
    assertThat(payload.path("trigger_id").asText()).isNotEmpty();
    assertThat(payload.path("response_url").asText()).isNotEmpty();
  }

  @Test
  void describesWhatAPersonTypedAsRichTextToo() {
    slack
        .as(ADA)
        .runsShortcutOn(
            ON_MESSAGE, slack.as(GRACE).says(RANDOM, "@nils @on-call #random a@zylker.com 1<2"));

    JsonNode parts = bot.lastPayload().at("/message/blocks/0/elements/0/elements");
    assertThat(parts.findValuesAsText("type"))
        .containsExactly("user", "text", "usergroup", "text", "channel", "text", "link", "text");
    assertThat(parts.findValuesAsText("url")).containsExactly("mailto:a@zylker.com");
    assertThat(parts.path(7).path("text").asText()).isEqualTo(" 1<2");
  }

  @Test
  void sendsAnAlertWithoutTextOrAuthor() {
    JsonNode attachments =
        Json.parse("[{\"title\":\"Spam\",\"fields\":[{\"title\":\"from\",\"value\":\"a@b.c\"}]}]")
            .orElseThrow();
    JsonNode none = Json.object().putArray("blocks");
    SlackMessage alert = slack.alerts(MAIL_SECURITY, new MessageBody("", none, attachments));
    assertThat(alert.plainText()).isEqualTo("Spam\nfrom: a@b.c");
    slack.as(ADA).runsShortcutOn(ON_MESSAGE, alert);

    JsonNode message = bot.lastPayload().path("message");
    assertThat(message.path("text").asText()).isEmpty();
    assertThat(message.path("subtype").asText()).isEqualTo("bot_message");
    assertThat(message.has("user")).isFalse();
    assertThat(message.has("blocks")).isFalse();
    assertThat(message.path("attachments")).isEqualTo(attachments);
  }

  @Test
  void namesTheThreadOfAReplyAndOfItsParent() {
    SlackMessage incident = slack.as(GRACE).says(RANDOM, "Who sends that?");
    slack.as(ADA).runsShortcutOn(ON_MESSAGE, incident);
    assertThat(bot.lastPayload().path("message").has("thread_ts")).isFalse();
    SlackMessage reply = slack.as(GRACE).replies(incident, "rebecca");
    slack.as(ADA).runsShortcutOn(ON_MESSAGE, reply);
    assertThat(bot.lastPayload().at("/message/thread_ts").asText()).isEqualTo(incident.ts());
    slack.as(ADA).runsShortcutOn(ON_MESSAGE, incident);
    assertThat(bot.lastPayload().at("/message/thread_ts").asText()).isEqualTo(incident.ts());
  }

  @Test
  void sendsAGlobalShortcutWithoutAChannel() {
    assertThat(slack.as(ADA).runsShortcut(GLOBAL, RANDOM).status()).isEqualTo(200);

    JsonNode payload = bot.lastPayload();
    assertThat(payload.path("type").asText()).isEqualTo("shortcut");
    assertThat(payload.path("callback_id").asText()).isEqualTo(GLOBAL);
    assertThat(payload.path("trigger_id").asText()).isNotEmpty();
    assertThat(payload.at("/user/id").asText()).isEqualTo(ADA);
    for (String absent : new String[] {"channel", "response_url", "message"}) {
      assertThat(payload.has(absent)).as(absent).isFalse();
    }
  }

  @Test
  void runsOnlyWhatTheManifestNames() {
    SlackMessage said = slack.as(GRACE).says(RANDOM, "hello");
    assertThatThrownBy(() -> slack.as(ADA).runsShortcut(ON_MESSAGE))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> slack.as(ADA).runsShortcutOn(GLOBAL, said))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void offersNothingOnAnEphemeralMessage() throws Exception {
    client().chatPostEphemeral(r -> r.channel(MAIL_SECURITY).user(ADA).text("psst"));
    SlackMessage whisper = slack.ephemerals(ADA).get(0);

    assertThatThrownBy(() -> slack.as(ADA).runsShortcutOn(ON_MESSAGE, whisper))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void requiresAnEmptyAcknowledgement() {
    bot.replies(TinyBot.Reply.json("{\"text\":\"on it\"}"));
    slack.as(ADA).runsShortcut(GLOBAL);
    bot.replies(new TinyBot.Reply(500, "text/plain", "oops"));
    slack.as(ADA).runsShortcut(GLOBAL, RANDOM);

    assertThat(slack.ephemerals(ADA))
        .extracting(SlackMessage::plainText)
        .satisfiesExactly(
            first -> assertThat(first).contains("Block a mailbox…", "not_empty"),
            second -> assertThat(second).contains("Block a mailbox…", "http_service_error"));
  }

  @Test
  void goesThroughASocketThatAcceptsNoPayload() throws Exception {
    slack.connectBySocket();
    TinySocket socket = TinySocket.open(app());
    var ack = CompletableFuture.supplyAsync(() -> slack.as(ADA).runsShortcut(GLOBAL));

    JsonNode envelope = socket.reads("interactive");
    assertThat(envelope.path("accepts_response_payload").asBoolean()).isFalse();
    assertThat(envelope.at("/payload/type").asText()).isEqualTo("shortcut");
    socket.acknowledges(envelope);
    assertThat(ack.join().status()).isEqualTo(200);
    assertThat(slack.ephemerals(ADA)).isEmpty();
  }
}
