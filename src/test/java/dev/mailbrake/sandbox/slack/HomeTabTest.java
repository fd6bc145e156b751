package dev.mailbrake.sandbox.slack;

import static dev.mailbrake.sandbox.slack.people.SampleWorkspace.ADA;
import static dev.mailbrake.sandbox.slack.people.SampleWorkspace.GRACE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mailbrake.sandbox.slack.delivery.BotAcknowledgement;
import dev.mailbrake.sandbox.slack.delivery.BotRequest;
import dev.mailbrake.sandbox.slack.protocol.Json;
import dev.mailbrake.sandbox.slack.views.SlackView;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class HomeTabTest extends FakeSlackFixture {

  @AutoClose private final TinyBot bot = TinyBot.of(slack);

  @Test
  void tellsTheBotThatSomebodyOpenedIt() {
    assertThat(slack.as(ADA).opensHome().status()).isEqualTo(200);
    JsonNode body = Json.parse(bot.lastBody()).orElseThrow();
    assertThat(body.path("type").asText()).isEqualTo("event_callback");
    assertThat(body.path("team_id").asText()).isEqualTo(FakeSlack.TEAM);
    assertThat(body.path("api_app_id").asText()).isEqualTo(FakeSlack.APP);
    assertThat(body.path("event_id").asText()).startsWith("Ev");
    assertThat(body.path("event_time").asLong()).isEqualTo(clock.instant().getEpochSecond());
    assertThat(body.path("authorizations").path(0).path("is_bot").asBoolean()).isTrue();
    JsonNode event = body.path("event");
    assertThat(event.path("type").asText()).isEqualTo("app_home_opened");
    assertThat(event.path("user").asText()).isEqualTo(ADA);
    assertThat(event.path("channel").asText()).startsWith("D");
    assertThat(event.path("tab").asText()).isEqualTo("home");
    assertThat(event.has("view")).isFalse();
  }

  @Test
  void tellsTheBotWhatItShowedBefore() throws Exception {
    publish("");
    slack.as(ADA).opensHome();
    JsonNode view = Json.parse(bot.lastBody()).orElseThrow().path("event").path("view");
    assertThat(view.path("hash").asText()).isEqualTo(home().hash());
  }

  @Test
  void sendsAnEventForEveryOpening() {
    slack.as(ADA).opensHome();
    String first = bot.lastBody();
    slack.redeliver();
    assertThat(bot.lastBody()).isEqualTo(first);
    slack.as(ADA).opensHome();
    assertThat(id(bot.lastBody())).isNotEqualTo(id(first));
  }

  @Test
  void verifiesAnAddressWithAChallenge() {
    bot.replies(new TinyBot.Reply(200, "text/plain", "say-this"));
    BotAcknowledgement answer = slack.posts(BotRequest.urlVerification("say-this"));
    assertThat(answer.body()).isEqualTo("say-this");
    assertThat(bot.lastBody()).contains("\"challenge\":\"say-this\"", "\"url_verification\"");
    assertThat(slack.posts(BotRequest.urlVerification("x").unsigned()).status()).isEqualTo(401);
  }

  @Test
  void sendsAClickWithTheViewAndWithoutAChannel() throws Exception {
    publish("");
    slack.as(ADA).clicksAtHome("Lift");
    JsonNode payload = bot.lastPayload();
    assertThat(payload.path("type").asText()).isEqualTo("block_actions");
    assertThat(payload.path("container").path("type").asText()).isEqualTo("view");
    assertThat(payload.path("container").path("view_id").asText()).isEqualTo(home().id());
    assertThat(payload.path("hash").asText()).isEqualTo(home().hash());
    assertThat(payload.path("view").path("private_metadata").asText()).isEqualTo("mine");
    assertThat(payload.path("view").path("callback_id").asText()).isEqualTo("home");
    assertThat(payload.path("trigger_id").asText()).isNotEmpty();
    assertThat(payload.path("actions").path(0).path("value").asText()).isEqualTo("id-1");
    for (String absent : new String[] {"channel", "message", "response_url"}) {
      assertThat(payload.has(absent)).as(absent).isFalse();
    }
  }

  @Test
  void selectsAmongButtonsOfOneLabelByValueOrBlock() throws Exception {
    publish("");
    slack.as(ADA).clicksAtHome("Lift", "id-2");
    assertThat(action().path("block_id").asText()).isEqualTo("two");
    slack.as(ADA).clicksAtHome("lift", "one");
    assertThat(action().path("value").asText()).isEqualTo("id-1");
  }

  @Test
  void refusesAClickOnAMissingButton() throws Exception {
    assertThatThrownBy(() -> slack.as(ADA).clicksAtHome("Lift"))
        .isInstanceOf(IllegalArgumentException.class);
    publish("");
    assertThatThrownBy(() -> slack.as(ADA).clicksAtHome("Drop"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> slack.as(ADA).clicksAtHome("Lift", "id-3"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> slack.as(GRACE).clicksAtHome("Lift"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(bot.forms()).isEmpty();
  }

  @Test
  void showsAWarningAfterAFailedClickUntilTheBotPublishesAgain() throws Exception {
    publish("");
    bot.replies(new TinyBot.Reply(500, "text/plain", "oops"));
    slack.as(ADA).clicksAtHome("Lift");
    assertThat(home().trouble()).contains("Lift", "http_service_error");
    publish("");
    assertThat(home().trouble()).isEmpty();
  }

  @Test
  void timesOutOnASlowBot() {
    CountDownLatch release = new CountDownLatch(1);
    bot.replies(form -> PeopleTest.afterwards(release));
    slack.waitForBotAtMost(Duration.ofMillis(200));
    assertThat(slack.as(ADA).opensHome().status()).isZero();
    release.countDown();
  }

  @Test
  void refusesAnUpdateWithAStaleHash() throws Exception {
    publish("");
    String seen = home().hash();
    assertThat(publish(seen)).isEqualTo("null");
    assertThat(publish(seen)).isEqualTo("hash_conflict");
    assertThat(publish("")).isEqualTo("null");
    assertThat(slack.awaitHome(ADA, it -> it.plainText().contains("[Lift]")).buttons()).hasSize(2);
  }

  private SlackView home() {
    return slack.home(ADA).orElseThrow();
  }

  private JsonNode action() {
    return bot.lastPayload().path("actions").path(0);
  }

  private static String id(String body) {
    return Json.parse(body).orElseThrow().path("event_id").asText();
  }

  private String publish(String hash) throws Exception {
    String view =
        ("{'type':'home','private_metadata':'mine','callback_id':'home','blocks':["
                + unblock("one", "id-1")
                + ","
                + unblock("two", "id-2")
                + "]}")
            .replace('\'', '"');
    var answer =
        client()
            .viewsPublish(r -> r.userId(ADA).hash(hash.isEmpty() ? null : hash).viewAsString(view));
    return String.valueOf(answer.getError());
  }

  private static String unblock(String block, String value) {
    return "{'type':'actions','block_id':'"
        + block
        + "','elements':[{'type':'button','action_id':'lift','value':'"
        + value
        + "','text':{'type':'plain_text','text':'Lift'}}]}";
  }
}
