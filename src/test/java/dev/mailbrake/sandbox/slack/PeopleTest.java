package dev.mailbrake.sandbox.slack;

import static dev.mailbrake.sandbox.slack.people.SampleWorkspace.ADA;
import static dev.mailbrake.sandbox.slack.people.SampleWorkspace.GRACE;
import static dev.mailbrake.sandbox.slack.people.SampleWorkspace.MAIL_SECURITY;
import static dev.mailbrake.sandbox.slack.people.SampleWorkspace.RANDOM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mailbrake.sandbox.slack.delivery.BotAcknowledgement;
import dev.mailbrake.sandbox.slack.delivery.BotRequest;
import dev.mailbrake.sandbox.slack.messages.SlackMessage;
import dev.mailbrake.sandbox.slack.protocol.Json;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

public class PeopleTest extends FakeSlackFixture {

  private static final String CARD =
      "[{'type':'actions','block_id':'b','elements':[{'type':'button','action_id':'confirm',"
          + "'value':'id-1','style':'danger','text':{'type':'plain_text','text':'Block'}}]}]";

  @AutoClose private final TinyBot bot = TinyBot.of(slack);

  @Test
  void sendsACommandAsTheDocumentedForm() {
    BotAcknowledgement ack =
        slack.as(ADA).in(RANDOM).types("/mail-block rebecca@zylker.com phishing");
    assertThat(ack.status()).isEqualTo(200);
    assertThat(bot.lastForm())
        .containsEntry("command", "/mail-block")
        .containsEntry("text", "<mailto:rebecca@zylker.com|rebecca@zylker.com> phishing")
        .containsEntry("user_id", ADA)
        .containsEntry("channel_id", RANDOM)
        .containsEntry("channel_name", "random")
        .containsEntry("team_id", FakeSlack.TEAM)
        .containsKeys("trigger_id", "response_url", "api_app_id");
    assertThat(slack.ephemerals(ADA)).isEmpty();
  }

  @Test
  void invitesSomebodyWithoutTheBotsHelp() {
    slack.as(ADA).in(RANDOM).types("/invite @mailbrake");

    assertThat(slack.workspace().channel(RANDOM).hasBot()).isTrue();
    assertThat(slack.ephemerals(ADA).get(0).text()).contains("added Mailbrake to #random");
    slack.as(ADA).in(RANDOM).types("/invite @nobody");
    assertThat(slack.ephemerals(ADA).get(1).text()).contains("@nobody");
  }

  @Test
  void showsTheAcknowledgementToThePersonAlone() {
    bot.replies(new TinyBot.Reply(200, "text/plain", "usage"));
    slack.as(ADA).in(MAIL_SECURITY).types("/mail-block");
    bot.replies(TinyBot.Reply.json("{\"text\":\"as JSON\"}"));
    slack.as(ADA).in(MAIL_SECURITY).types("/mail-block");
    assertThat(slack.ephemerals(ADA))
        .extracting(SlackMessage::plainText)
        .containsExactly("usage", "as JSON");
    assertThat(slack.messages(MAIL_SECURITY)).isEmpty();
  }

  @Test
  void revealsWhatWasTypedIfTheAcknowledgementIsPublic() {
    bot.replies(TinyBot.Reply.json("{\"response_type\":\"in_channel\",\"text\":\"done\"}"));
    slack.as(ADA).in(RANDOM).types("/mail-block a@zylker.com secret reason");
    assertThat(slack.messages(RANDOM))
        .extracting(SlackMessage::plainText)
        .containsExactly("/mail-block a@zylker.com secret reason", "done");
  }

  @Test
  void tellsThePersonWhenTheBotFails() {
    bot.replies(new TinyBot.Reply(500, "text/plain", "oops"));
    assertThat(slack.as(ADA).in(RANDOM).types("/mail-status").status()).isEqualTo(500);
    bot.replies(TinyBot.Reply.json("{\"text\":\"\"}"));
    slack.as(ADA).in(RANDOM).types("/mail-status");
    assertThat(slack.ephemerals(ADA))
        .extracting(SlackMessage::plainText)
        .containsExactly(
            "/mail-status failed with the error \"http_service_error\"",
            "/mail-status failed with the error \"invalid_command_response\"");
  }

  @Test
  void timesOutOnABotThatIsTooSlow() {
    CountDownLatch release = new CountDownLatch(1);
    bot.replies(form -> afterwards(release));
    slack.waitForBotAtMost(Duration.ofMillis(200));
    assertThat(slack.as(ADA).in(RANDOM).types("/mail-status").status()).isZero();
    release.countDown();
    slack.awaitEphemeral(ADA, it -> it.plainText().contains("operation_timeout"));
  }

  @Test
  void clicksAButton() throws Exception {
    SlackMessage card = card();
    slack.as(GRACE).clicks(card, "Block", "id-1");
    JsonNode payload = Json.parse(bot.lastForm().getOrDefault("payload", "")).orElseThrow();
    assertThat(payload.path("type").asText()).isEqualTo("block_actions");
    assertThat(payload.path("user").path("id").asText()).isEqualTo(GRACE);
    assertThat(payload.path("user").path("team_id").asText()).isEqualTo(FakeSlack.TEAM);
    assertThat(payload.path("container").path("message_ts").asText()).isEqualTo(card.ts());
    assertThat(payload.path("container").path("is_ephemeral").asBoolean()).isFalse();
    assertThat(payload.path("message").path("ts").asText()).isEqualTo(card.ts());
    assertThat(payload.path("actions")).hasSize(1);
    JsonNode action = payload.path("actions").path(0);
    assertThat(action.path("action_id").asText()).isEqualTo("confirm");
    assertThat(action.path("value").asText()).isEqualTo("id-1");
    assertThat(action.path("style").asText()).isEqualTo("danger");
  }

  @Test
  void clicksAMenuItemAndAButtonByItsAccessibilityLabel() throws Exception {
    String option = "{'text':{'type':'plain_text','text':'%s'},'value':'%s'}";
    String blocks =
        ("[{'type':'section','text':{'type':'plain_text','text':'x'},'accessory':"
                + "{'type':'overflow','action_id':'more','options':["
                + option.formatted("Keep", "k")
                + ","
                + option.formatted("Undo", "u")
                + "]}},{'type':'actions','elements':[{'type':'button','action_id':'block',"
                + "'accessibility_label':'Block rebecca@zylker.com','value':'id-1',"
                + "'text':{'type':'plain_text','text':'Block rebecca'}}]}]")
            .replace('\'', '"');
    client().chatPostMessage(r -> r.channel(MAIL_SECURITY).text("t").blocksAsString(blocks));
    SlackMessage card = slack.messages(MAIL_SECURITY).get(0);
    assertThat(card.plainText()).isEqualTo("x\n[Keep]\n[Undo]\n[Block rebecca]");
    slack.as(ADA).clicks(card, "Undo");
    JsonNode action = bot.lastPayload().at("/actions/0");
    assertThat(action.path("type").asText()).isEqualTo("overflow");
    assertThat(action.at("/selected_option/value").asText()).isEqualTo("u");
    assertThat(action.has("value")).isFalse();
    slack.as(ADA).clicks(card, "Block rebecca@zylker.com");
    assertThat(bot.lastPayload().at("/actions/0/value").asText()).isEqualTo("id-1");
  }

  @Test
  void sendsClicksOnOutdatedAndForgedButtons() throws Exception {
    SlackMessage card = card();
    client().chatUpdate(r -> r.channel(MAIL_SECURITY).ts(card.ts()).text("blocked"));
    assertThat(slack.as(ADA).clicks(card, "confirm").status()).isEqualTo(200);
    assertThat(slack.as(ADA).clicksRaw(MAIL_SECURITY, "1.0", "confirm", "id-9").status())
        .isEqualTo(200);
    assertThat(bot.lastForm().get("payload")).contains("id-9").doesNotContain("\"message\":");
  }

  @Test
  void refusesClicksOnSomebodyElsesEphemeralMessage() throws Exception {
    client()
        .chatPostEphemeral(
            r ->
                r.channel(MAIL_SECURITY)
                    .user(ADA)
                    .text("psst")
                    .blocksAsString(CARD.replace('\'', '"')));
    SlackMessage whisper = slack.ephemerals(ADA).get(0);
    assertThatThrownBy(() -> slack.as(GRACE).clicks(whisper, "confirm"))
        .isInstanceOf(IllegalArgumentException.class);
    slack.as(ADA).clicks(whisper, "confirm");
    assertThat(bot.lastForm().get("payload"))
        .contains("\"is_ephemeral\":true")
        .doesNotContain("\"message\":");
  }

  @Test
  void repeatsARequest() {
    slack.as(ADA).in(RANDOM).types("/mail-status");
    clock.passes(Duration.ofMinutes(1));
    assertThat(slack.redeliver().status()).isEqualTo(200);
    assertThat(bot.forms()).hasSize(2);
    assertThat(bot.forms().get(0)).isEqualTo(bot.forms().get(1));
  }

  @Test
  void sendsMalformedRequestsOnPurpose() {
    BotRequest delivery = BotRequest.of("command=%2Fmail-status");
    assertThat(slack.posts(delivery).status()).isEqualTo(200);
    assertThat(slack.posts(delivery.unsigned()).status()).isEqualTo(401);
    assertThat(slack.posts(delivery.signedWith("guessed")).status()).isEqualTo(401);
    assertThat(slack.posts(delivery.header("X-Slack-Request-Timestamp", "1")).status())
        .isEqualTo(401);
    assertThat(slack.posts(delivery.signedAt(clock.instant().minusSeconds(400))).status())
        .isEqualTo(200);
  }

  @Test
  void opensOneModalPerTriggerWithinThreeSeconds() throws Exception {
    String view =
        ("{'type':'modal','title':{'type':'plain_text','text':'Block'},"
                + "'blocks':[{'type':'divider'}]}")
            .replace('\'', '"');
    assertThat(open(trigger(), view)).isEqualTo("null");
    assertThat(slack.modal(ADA)).isPresent();
    assertThat(open(bot.lastForm().getOrDefault("trigger_id", ""), view))
        .isEqualTo("exchanged_trigger_id");
    String late = trigger();
    clock.passes(Duration.ofSeconds(4));
    assertThat(open(late, view)).isEqualTo("expired_trigger_id");
  }

  private String trigger() {
    slack.as(ADA).in(RANDOM).types("/mail-block");
    return bot.lastForm().getOrDefault("trigger_id", "");
  }

  private String open(String trigger, String view) throws Exception {
    var opened = client().viewsOpen(r -> r.triggerId(trigger).viewAsString(view));
    return String.valueOf(opened.getError());
  }

  private SlackMessage card() throws Exception {
    String blocks = CARD.replace('\'', '"');
    client().chatPostMessage(r -> r.channel(MAIL_SECURITY).text("t").blocksAsString(blocks));
    return slack.messages(MAIL_SECURITY).get(0);
  }

  public static TinyBot.Reply afterwards(CountDownLatch release) {
    try {
      assertThat(release.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    return TinyBot.Reply.EMPTY;
  }
}
