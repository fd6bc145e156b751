package dev.mailbrake.sandbox.slack.views;

import static dev.mailbrake.sandbox.slack.people.SampleWorkspace.ADA;
import static dev.mailbrake.sandbox.slack.people.SampleWorkspace.GRACE;
import static dev.mailbrake.sandbox.slack.people.SampleWorkspace.RANDOM;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.slack.api.methods.SlackApiException;
import dev.mailbrake.sandbox.slack.FakeSlackFixture;
import dev.mailbrake.sandbox.slack.TinyBot;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class ViewMethodsTest extends FakeSlackFixture {

  @AutoClose private final TinyBot bot = TinyBot.of(slack);

  @Test
  void opensAModalWithTheTriggerOfAClickAtHome() throws Exception {
    publish(ADA, "");
    slack.as(ADA).clicksAtHome("Open");
    assertThat(open(bot.lastPayload().path("trigger_id").asText(), "")).isEqualTo("null");
    assertThat(slack.awaitForm(ADA, it -> it.title().equals("Form")).labels())
        .containsExactly("Reason");
    assertThat(open("1.2.made-up", "")).isEqualTo("invalid_trigger_id");
  }

  @Test
  void replacesTheFirstModalWithASecond() throws Exception {
    open(trigger(), "");
    String first = form().view().id();
    open(trigger(), "");
    assertThat(form().view().id()).isNotEqualTo(first);
    form().cancels();
    assertThat(form().isOpen()).isFalse();
  }

  @Test
  void tellsTheBotAboutACancellationOnRequest() throws Exception {
    open(trigger(), "'notify_on_close':true,'private_metadata':'m',");
    assertThat(form().cancels().status()).isEqualTo(200);
    JsonNode payload = bot.lastPayload();
    assertThat(payload.path("type").asText()).isEqualTo("view_closed");
    assertThat(payload.path("is_cleared").asBoolean()).isFalse();
    assertThat(payload.at("/view/private_metadata").asText()).isEqualTo("m");
    assertThat(form().isOpen()).isFalse();
  }

  @Test
  void findsAViewByItsUniqueExternalId() throws Exception {
    open(trigger(), "'external_id':'e',");
    assertThat(open(trigger(), "'external_id':'e',")).isEqualTo("duplicate_external_id");
    String next = modal("Next", "");
    assertThat(client().viewsUpdate(r -> r.externalId("e").viewAsString(next)).isOk()).isTrue();
    assertThat(form().title()).isEqualTo("Next");
  }

  @Test
  void keepsTheBotsChangesMadeDuringASubmission() throws Exception {
    open(trigger(), "");
    String id = form().view().id();
    bot.replies(form -> updating(id));
    form().fills("Reason", "phishing").submits();
    assertThat(form().title()).isEqualTo("Working");
    assertThat(form().errors()).containsOnlyKeys("reason");
  }

  @Test
  void refusesAViewThatIsTooLargeOrOfTheWrongType() throws Exception {
    assertThat(open(trigger(), "'extra':'" + "x".repeat(250_000) + "',"))
        .isEqualTo("view_too_large");
    String home = home();
    String trigger = trigger();
    assertThat(client().viewsOpen(r -> r.triggerId(trigger).viewAsString(home)).getError())
        .isEqualTo("invalid_arguments");
    assertThat(open(trigger, "")).isEqualTo("null");
  }

  @Test
  void updatesAHomeTabByItsIdAndPublishesItForOnePersonAlone() throws Exception {
    publish(ADA, "");
    SlackView before = slack.home(ADA).orElseThrow();
    String next = home();
    assertThat(client().viewsUpdate(r -> r.viewId(before.id()).viewAsString(next)).isOk()).isTrue();
    assertThat(slack.home(ADA).orElseThrow().hash()).isNotEqualTo(before.hash());
    assertThat(slack.home(GRACE)).isEmpty();
    assertThat(publish("U0NOBODY01", "")).isEqualTo("user_not_found");
    String modal = modal("Form", "");
    assertThat(client().viewsPublish(r -> r.userId(ADA).viewAsString(modal)).getError())
        .isEqualTo("invalid_arguments");
  }

  @Test
  void publishesAHundredTimesAMinute() throws Exception {
    slack.enforceRateLimits(true);
    for (int time = 0; time < 100; time++) {
      publish(ADA, "");
    }
    SlackApiException refusal = refusal();
    assertThat(refusal.getResponse().code()).isEqualTo(429);
    assertThat(refusal.getResponse().header("Retry-After")).isEqualTo("1");
    clock.passes(Duration.ofSeconds(1));
    assertThat(publish(ADA, "")).isEqualTo("null");
  }

  private SlackApiException refusal() throws Exception {
    try {
      String answer = publish(ADA, "");
      throw new AssertionError("Not refused: " + answer);
    } catch (SlackApiException refused) {
      return refused;
    }
  }

  private TinyBot.Reply updating(String id) {
    try {
      client().viewsUpdate(r -> r.viewId(id).viewAsString(modal("Working", "")));
    } catch (IOException | SlackApiException broken) {
      throw new IllegalStateException(broken);
    }
    return TinyBot.Reply.json(
        "{\"response_action\":\"errors\",\"errors\":{\"reason\":\"Say more\"}}");
  }

  private ShownModal form() {
    return slack.as(ADA).form();
  }

  private String trigger() {
    slack.as(ADA).in(RANDOM).types("/mail-block");
    return bot.lastForm().getOrDefault("trigger_id", "");
  }

  private String open(String trigger, String more) throws Exception {
    String view = modal("Form", more);
    var opened = client().viewsOpen(r -> r.triggerId(trigger).viewAsString(view));
    return String.valueOf(opened.getError());
  }

  private String publish(String user, String hash) throws Exception {
    String view = home();
    var answer = client().viewsPublish(r -> r.userId(user).hash(hash).viewAsString(view));
    return String.valueOf(answer.getError());
  }

  private static String home() {
    return ("{'type':'home','blocks':[{'type':'actions','elements':[{'type':'button',"
            + "'text':{'type':'plain_text','text':'Open'}}]}]}")
        .replace('\'', '"');
  }

  private static String modal(String title, String more) {
    return ("{'type':'modal',"
            + more
            + "'title':{'type':'plain_text','text':'"
            + title
            + "'},'submit':{'type':'plain_text','text':'Send'},'blocks':[{'type':'input',"
            + "'block_id':'reason','label':{'type':'plain_text','text':'Reason'},"
            + "'element':{'type':'plain_text_input','action_id':'typed'}}]}")
        .replace('\'', '"');
  }
}
