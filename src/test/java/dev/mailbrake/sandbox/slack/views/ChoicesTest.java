package dev.mailbrake.sandbox.slack.views;

import static dev.mailbrake.sandbox.slack.people.SampleWorkspace.ADA;
import static dev.mailbrake.sandbox.slack.people.SampleWorkspace.GRACE;
import static dev.mailbrake.sandbox.slack.people.SampleWorkspace.MAIL_SECURITY;
import static dev.mailbrake.sandbox.slack.people.SampleWorkspace.NILS;
import static dev.mailbrake.sandbox.slack.people.SampleWorkspace.RANDOM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mailbrake.sandbox.slack.FakeSlackFixture;
import dev.mailbrake.sandbox.slack.TinyBot;
import dev.mailbrake.sandbox.slack.messages.SlackMessage;
import dev.mailbrake.sandbox.slack.protocol.Json;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Modal inputs that take several people or options, or a channel. */
class ChoicesTest extends FakeSlackFixture {

  private static final String OPTIONS =
      "'options':[{'text':{'type':'plain_text','text':'One'},'value':'1'},"
          + "{'text':{'type':'plain_text','text':'Two'},'value':'2'},"
          + "{'text':{'type':'plain_text','text':'Three'},'value':'3'}]";

  private static final String CHANNEL =
      "'type':'conversations_select','response_url_enabled':true,"
          + "'default_to_current_conversation':true";

  @AutoClose private final TinyBot bot = TinyBot.of(slack);

  @Test
  void submitsSeveralPeople() throws Exception {
    ShownModal form = opens("'type':'multi_users_select'");
    assertThat(state().path("selected_users").isArray()).isTrue();
    form.picks("Choice", GRACE, NILS).submits();

    JsonNode state = bot.lastPayload().at("/view/state/values/choice/chosen");
    assertThat(state.path("type").asText()).isEqualTo("multi_users_select");
    assertThat(state.path("selected_users"))
        .extracting(JsonNode::asText)
        .containsExactly(GRACE, NILS);
  }

  @Test
  void startsWithTheInitialPeopleAndMissesThemOnceTheyAreRemoved() throws Exception {
    ShownModal form = opens("'type':'multi_users_select','initial_users':['" + GRACE + "']");
    assertThat(form.values("Choice")).containsExactly(GRACE);
    form.picks("Choice").submits();

    assertThat(form.errors()).containsOnlyKeys("choice");
  }

  @Test
  void submitsSeveralOptionsButNoMoreThanTheMenuHolds() throws Exception {
    ShownModal form = opens("'type':'multi_static_select','max_selected_items':2," + OPTIONS);
    assertThat(form.options("Choice")).containsExactly("One", "Two", "Three");
    assertThatThrownBy(() -> form.selects("Choice", "1", "2", "3"))
        .isInstanceOf(IllegalArgumentException.class);
    form.selects("Choice", "One", "3").submits();

    assertThat(bot.lastPayload().at("/view/state/values/choice/chosen/selected_options"))
        .extracting(it -> it.path("value").asText())
        .containsExactly("1", "3");
  }

  @Test
  void submitsCheckboxesAndASingleOption() throws Exception {
    opens("'type':'checkboxes'," + OPTIONS).selects("Choice", "One", "Two").submits();
    assertThat(bot.lastPayload().at("/view/state/values/choice/chosen/selected_options"))
        .hasSize(2);

    ShownModal single = opens("'type':'static_select'," + OPTIONS);
    assertThatThrownBy(() -> single.selects("Choice", "1", "2"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void startsInTheChannelInWhichItWasOpened() throws Exception {
    ShownModal form = opens(CHANNEL);
    assertThat(form.value("Choice")).isEqualTo(RANDOM);
    assertThat(form.picksChannel("Choice", MAIL_SECURITY).value("Choice")).isEqualTo(MAIL_SECURITY);
    assertThatThrownBy(() -> form.picks("Choice", ADA))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void startsInTheChannelThatIsShownWhenAGlobalShortcutIsRun() throws Exception {
    slack.as(ADA).runsShortcut("block-mailbox", MAIL_SECURITY);
    open(bot.lastPayload().path("trigger_id").asText(), CHANNEL);
    assertThat(form().value("Choice")).isEqualTo(MAIL_SECURITY);

    slack.as(ADA).runsShortcut("block-mailbox");
    open(bot.lastPayload().path("trigger_id").asText(), CHANNEL);
    assertThat(form().value("Choice")).isEmpty();
  }

  @Test
  void bringsAResponseUrlForTheChosenChannel() throws Exception {
    opens(CHANNEL).submits();

    JsonNode url = bot.lastPayload().at("/response_urls/0");
    assertThat(url.path("block_id").asText()).isEqualTo("choice");
    assertThat(url.path("action_id").asText()).isEqualTo("chosen");
    assertThat(url.path("channel_id").asText()).isEqualTo(RANDOM);
    post(url.path("response_url").asText(), "{\"text\":\"hi\",\"response_type\":\"in_channel\"}");
    assertThat(slack.messages(RANDOM)).extracting(SlackMessage::text).containsExactly("hi");
  }

  private JsonNode state() {
    return form().view().json().at("/state/values/choice/chosen");
  }

  private ShownModal form() {
    return slack.as(ADA).form();
  }

  private ShownModal opens(String element) throws Exception {
    slack.as(ADA).in(RANDOM).types("/mail-block");
    open(bot.lastForm().getOrDefault("trigger_id", ""), element);
    return form();
  }

  private void open(String trigger, String element) throws Exception {
    String view =
        ("{'type':'modal','title':{'type':'plain_text','text':'Form'},"
                + "'submit':{'type':'plain_text','text':'Send'},'blocks':[{'type':'input',"
                + "'block_id':'choice','label':{'type':'plain_text','text':'Choice'},"
                + "'element':{'action_id':'chosen',"
                + element
                + "}}]}")
            .replace('\'', '"');
    var opened = client().viewsOpen(r -> r.triggerId(trigger).viewAsString(view));
    assertThat(opened.isOk()).as(Json.object().put("error", opened.getError()).toString()).isTrue();
  }

  private static void post(String url, String json) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json))
            .build();
    HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
  }
}
