package dev.mailbrake.sandbox.slack;

import static dev.mailbrake.sandbox.slack.people.SampleWorkspace.ADA;
import static dev.mailbrake.sandbox.slack.people.SampleWorkspace.GRACE;
import static dev.mailbrake.sandbox.slack.people.SampleWorkspace.MAIL_SECURITY;
import static dev.mailbrake.sandbox.slack.people.SampleWorkspace.RANDOM;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mailbrake.sandbox.slack.messages.SlackMessage;
import dev.mailbrake.sandbox.slack.protocol.Json;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class ResponseUrlTest extends FakeSlackFixture {

  private static final String CARD =
      "[{'type':'actions','elements':[{'type':'button','action_id':'confirm',"
          + "'text':{'type':'plain_text','text':'Block'}}]}]";

  @AutoClose private final TinyBot bot = TinyBot.of(slack);
  private final HttpClient http = HttpClient.newHttpClient();

  @Test
  void answersThePersonByDefaultEvenWithoutTheBotInTheChannel() throws Exception {
    String url = commandUrl();
    assertThat(post(url, "{'text':'for you'}").statusCode()).isEqualTo(200);
    post(url, "{'text':'for all','response_type':'in_channel'}");
    assertThat(slack.ephemerals(ADA)).extracting(SlackMessage::text).containsExactly("for you");
    assertThat(slack.messages(RANDOM)).extracting(SlackMessage::text).containsExactly("for all");
    assertThat(slack.messages(RANDOM).get(0).byResponseUrl()).isTrue();
  }

  @Test
  void worksFiveTimes() throws Exception {
    String url = commandUrl();
    for (int use = 0; use < 5; use++) {
      assertThat(post(url, "{'text':'again'}").statusCode()).isEqualTo(200);
    }
    HttpResponse<String> sixth = post(url, "{'text':'again'}");
    assertThat(sixth.statusCode()).isEqualTo(404);
    assertThat(sixth.body()).isEqualTo("used_url");
  }

  @Test
  void worksForThirtyMinutes() throws Exception {
    String url = commandUrl();
    clock.passes(Duration.ofMinutes(30));
    assertThat(post(url, "{'text':'in time'}").statusCode()).isEqualTo(200);
    clock.passes(Duration.ofSeconds(1));
    HttpResponse<String> late = post(url, "{'text':'late'}");
    assertThat(late.statusCode()).isEqualTo(404);
    assertThat(late.body()).isEqualTo("expired_url");
  }

  @Test
  void appliesTheSameLimitsToBlocks() throws Exception {
    HttpResponse<String> refused = post(commandUrl(), "{'text':'t','blocks':[{'type':'x'}]}");
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body()).isEqualTo("invalid_blocks");
  }

  @Test
  void cannotReplaceWhatACommandPosted() throws Exception {
    String url = commandUrl();
    post(url, "{'text':'first'}");
    post(url, "{'text':'second','replace_original':true}");
    assertThat(slack.ephemerals(ADA))
        .extracting(SlackMessage::text)
        .containsExactly("first", "second");
  }

  @Test
  void cannotTakeBackWhatAnAcknowledgementSaid() throws Exception {
    bot.replies(TinyBot.Reply.json("{\"text\":\"Looking it up…\"}"));
    String url = commandUrl();
    post(url, "{'text':'found','replace_original':true}");
    assertThat(post(url, "{'delete_original':true}").statusCode()).isEqualTo(400);
    assertThat(slack.ephemerals(ADA))
        .extracting(SlackMessage::text)
        .containsExactly("Looking it up…", "found");
  }

  @Test
  void repliesInAThread() throws Exception {
    SlackMessage incident = slack.as(GRACE).says(RANDOM, "Who sends that?");
    String url = commandUrl();
    String reply = "{'text':'rebecca','response_type':'in_channel','thread_ts':'";
    assertThat(post(url, reply + incident.ts() + "'}").statusCode()).isEqualTo(200);
    assertThat(slack.thread(incident)).extracting(SlackMessage::text).containsExactly("rebecca");
    assertThat(post(url, reply + "1.000001'}").statusCode()).isEqualTo(400);
  }

  @Test
  void replacesAndDeletesTheClickedMessage() throws Exception {
    post(commandUrl(), "{'response_type':'in_channel','text':'t','blocks':" + CARD + "}");
    String url = clickUrl(slack.messages(RANDOM).get(0), GRACE);
    post(url, "{'text':'blocked','replace_original':true,'response_type':'ephemeral'}");
    SlackMessage replaced = slack.messages(RANDOM).get(0);
    assertThat(replaced.plainText()).isEqualTo("blocked");
    assertThat(replaced.isEphemeral()).isFalse();
    post(url, "{'delete_original':true}");
    assertThat(slack.messages(RANDOM)).isEmpty();
  }

  @Test
  void keepsAReplacedEphemeralMessageEphemeral() throws Exception {
    post(commandUrl(), "{'text':'t','blocks':" + CARD + "}");
    String url = clickUrl(slack.ephemerals(ADA).get(0), ADA);
    post(url, "{'text':'done','replace_original':'true','response_type':'in_channel'}");
    assertThat(slack.messages(RANDOM)).isEmpty();
    assertThat(slack.ephemerals(ADA)).extracting(SlackMessage::text).containsExactly("done");
  }

  @Test
  void turnsPagesOfAnEphemeralMessageEachWithItsOwnUrl() throws Exception {
    post(commandUrl(), "{'text':'page 1','blocks':" + CARD + "}");
    for (String page : List.of("page 2", "page 3")) {
      String url = clickUrl(slack.ephemerals(ADA).get(0), ADA);
      String next = "{'text':'" + page + "','replace_original':true,'blocks':" + CARD + "}";
      assertThat(post(url, next).statusCode()).isEqualTo(200);
      assertThat(slack.ephemerals(ADA)).extracting(SlackMessage::text).containsExactly(page);
    }
    assertThat(slack.ephemerals(ADA).get(0).button("Block").label()).isEqualTo("Block");
    assertThat(slack.ephemerals(GRACE)).isEmpty();
  }

  @Test
  void postsAMessageThatTheWebApiCannotChange() throws Exception {
    slack.as(ADA).in(MAIL_SECURITY).types("/mail-status");
    String url = bot.lastForm().getOrDefault("response_url", "");
    post(url, "{'text':'t','response_type':'in_channel'}");
    String ts = slack.messages(MAIL_SECURITY).get(0).ts();
    assertThat(client().chatUpdate(r -> r.channel(MAIL_SECURITY).ts(ts).text("x")).getError())
        .isEqualTo("cant_update_message");
  }

  private String commandUrl() {
    slack.as(ADA).in(RANDOM).types("/mail-status");
    return bot.lastForm().getOrDefault("response_url", "");
  }

  private String clickUrl(SlackMessage message, String user) {
    slack.as(user).clicks(message, "confirm");
    String payload = bot.lastForm().getOrDefault("payload", "");
    return Json.parse(payload).orElseThrow().path("response_url").asText();
  }

  private HttpResponse<String> post(String url, String singleQuoted) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url))
            .header("Content-Type", "application/json; charset=utf-8")
            .POST(HttpRequest.BodyPublishers.ofString(singleQuoted.replace('\'', '"')))
            .build();
    return http.send(request, HttpResponse.BodyHandlers.ofString());
  }
}
