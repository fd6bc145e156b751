package dev.mailbrake.sandbox.slack.views;

import static dev.mailbrake.sandbox.slack.people.SampleWorkspace.ADA;
import static dev.mailbrake.sandbox.slack.people.SampleWorkspace.GRACE;
import static dev.mailbrake.sandbox.slack.people.SampleWorkspace.NILS;
import static dev.mailbrake.sandbox.slack.people.SampleWorkspace.RANDOM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mailbrake.sandbox.slack.FakeSlackFixture;
import dev.mailbrake.sandbox.slack.PeopleTest;
import dev.mailbrake.sandbox.slack.TinyBot;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ShownModalTest extends FakeSlackFixture {

  @AutoClose private final TinyBot bot = TinyBot.of(slack);

  @BeforeEach
  void openForm() throws Exception {
    slack.as(ADA).in(RANDOM).types("/mail-block");
    String trigger = bot.lastForm().getOrDefault("trigger_id", "");
    assertThat(client().viewsOpen(r -> r.triggerId(trigger).viewAsString(view("Block"))).isOk())
        .isTrue();
  }

  @Test
  void isVisibleOnlyToThePersonForWhomItWasOpened() {
    assertThat(form().isOpen()).isTrue();
    assertThat(form().title()).isEqualTo("Block");
    assertThat(form().labels()).containsExactly("Mailbox", "Person", "For", "Reason");
    assertThat(form().value("For")).isEqualTo("1h");
    assertThat(form().value("Reason")).isEmpty();
    assertThat(slack.as(GRACE).form().isOpen()).isFalse();
    assertThatThrownBy(() -> slack.as(GRACE).form().title())
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void sendsTheValuesByBlockAndAction() {
    filled().picks("Person", NILS).selects("For", "One day");
    assertThat(form().submits().status()).isEqualTo(200);
    JsonNode payload = bot.lastPayload();
    assertThat(payload.path("type").asText()).isEqualTo("view_submission");
    assertThat(payload.path("user").path("id").asText()).isEqualTo(ADA);
    assertThat(payload.path("response_urls")).isEmpty();
    assertThat(payload.path("trigger_id").asText()).isNotEmpty();
    assertThat(payload.has("response_url")).isFalse();
    assertThat(payload.has("channel")).isFalse();
    JsonNode view = payload.path("view");
    assertThat(view.path("private_metadata").asText()).isEqualTo("C0RANDOM01");
    assertThat(view.path("callback_id").asText()).isEqualTo("block");
    JsonNode values = view.path("state").path("values");
    assertThat(values.path("mailbox").path("typed").path("type").asText())
        .isEqualTo("plain_text_input");
    assertThat(values.path("mailbox").path("typed").path("value").asText())
        .isEqualTo("rebecca@zylker.com");
    assertThat(values.path("person").path("picked").path("selected_user").asText()).isEqualTo(NILS);
    JsonNode option = values.path("time").path("chosen").path("selected_option");
    assertThat(option.path("value").asText()).isEqualTo("1d");
    assertThat(values.path("reason").path("typed").path("value").isNull()).isTrue();
  }

  @Test
  void sendsNullForEmptyFields() {
    filled().submits();
    JsonNode picked = bot.lastPayload().at("/view/state/values/person/picked");
    assertThat(picked.path("type").asText()).isEqualTo("users_select");
    assertThat(picked.has("selected_user")).isTrue();
    assertThat(picked.path("selected_user").isNull()).isTrue();
  }

  @Test
  void sendsNothingWhileARequiredInputIsEmptyOrALengthIsWrong() {
    assertThat(form().submits().status()).isZero();
    assertThat(form().errors()).containsOnlyKeys("mailbox");
    form().fills("Mailbox", "ab").submits();
    assertThat(form().errors()).containsOnlyKeys("mailbox");
    filled().fills("Reason", "x".repeat(201)).submits();
    assertThat(form().errors()).containsOnlyKeys("reason");
    assertThat(bot.forms()).hasSize(1);
    form().fills("Reason", "x".repeat(200)).submits();
    assertThat(bot.forms()).hasSize(2);
  }

  @Test
  void closesOnAnEmptyAnswer() {
    filled().submits();
    assertThat(form().isOpen()).isFalse();
  }

  @Test
  void showsTheBotsErrorsBelowTheirInputs() {
    bot.replies(TinyBot.Reply.json(errors("mailbox")));
    filled().submits();
    assertThat(form().errors()).isEqualTo(Map.of("mailbox", "No such mailbox"));
    assertThat(form().value("Mailbox")).isEqualTo("rebecca@zylker.com");
    assertThat(form().trouble()).isEmpty();
    bot.replies(TinyBot.Reply.EMPTY);
    form().submits();
    assertThat(form().isOpen()).isFalse();
  }

  @Test
  void refusesErrorsForOtherBlocksThanInputs() {
    for (String block : new String[] {"typed", "intro", "nowhere"}) {
      bot.replies(TinyBot.Reply.json(errors(block)));
      filled().submits();
      assertThat(form().errors()).as(block).isEmpty();
      assertThat(form().trouble()).contains("trouble connecting", block);
    }
    bot.replies(TinyBot.Reply.json("{\"response_action\":\"errors\",\"errors\":{}}"));
    form().submits();
    assertThat(form().trouble()).contains("trouble connecting");
  }

  @Test
  void staysOpenIfTheBotFailsOrAnswersNonsense() {
    for (TinyBot.Reply reply :
        new TinyBot.Reply[] {
          new TinyBot.Reply(500, "text/plain", "oops"),
          new TinyBot.Reply(200, "text/plain", "ok"),
          TinyBot.Reply.json("{\"text\":\"a message\"}"),
          TinyBot.Reply.json("{\"response_action\":\"update\",\"view\":{\"type\":\"modal\"}}")
        }) {
      bot.replies(reply);
      filled().submits();
      assertThat(form().trouble()).as(reply.body()).contains("trouble connecting");
    }
  }

  @Test
  void staysOpenIfTheBotIsTooSlow() {
    CountDownLatch release = new CountDownLatch(1);
    bot.replies(form -> PeopleTest.afterwards(release));
    slack.waitForBotAtMost(Duration.ofMillis(200));
    assertThat(filled().submits().status()).isZero();
    release.countDown();
    assertThat(form().trouble()).contains("operation_timeout");
  }

  @Test
  void replacesAViewAndKeepsItsValues() {
    bot.replies(answer("update", "Really?"));
    String before = form().view().hash();
    filled().submits();
    assertThat(form().title()).isEqualTo("Really?");
    assertThat(form().value("Mailbox")).isEqualTo("rebecca@zylker.com");
    assertThat(form().view().hash()).isNotEqualTo(before);
  }

  @Test
  void stacksAtMostThreeViews() {
    bot.replies(answer("push", "Second"));
    filled().submits();
    assertThat(form().title()).isEqualTo("Second");
    bot.replies(answer("push", "Third"));
    filled().submits();
    bot.replies(answer("push", "Fourth"));
    filled().submits();
    assertThat(form().title()).isEqualTo("Third");
    assertThat(form().trouble()).contains("push_limit_reached");
    form().cancels();
    assertThat(form().title()).isEqualTo("Second");
    bot.replies(TinyBot.Reply.json("{\"response_action\":\"clear\"}"));
    filled().submits();
    assertThat(form().isOpen()).isFalse();
  }

  @Test
  void sendsAClickInsideWithTheCurrentValues() {
    filled().clicks("Check");
    JsonNode payload = bot.lastPayload();
    assertThat(payload.path("type").asText()).isEqualTo("block_actions");
    assertThat(payload.at("/container/view_id").asText()).isEqualTo(form().view().id());
    assertThat(payload.at("/view/state/values/mailbox/typed/value").asText())
        .isEqualTo("rebecca@zylker.com");
    assertThat(form().isOpen()).isTrue();
    assertThatThrownBy(() -> form().clicks("Nothing")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void isCancelledSilently() {
    form().cancels();
    assertThat(form().isOpen()).isFalse();
    assertThat(bot.forms()).hasSize(1);
  }

  @Test
  void refusesUnknownInputsPeopleAndOptions() {
    assertThatThrownBy(() -> form().fills("Colour", "red"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> form().fills("Person", "Nils"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> form().picks("Person", "U0NOBODY01"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> form().selects("For", "ever"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void isUpdatedByItsIdUntilItIsClosed() throws Exception {
    String id = form().view().id();
    String hash = form().view().hash();
    filled();
    assertThat(update(id, hash, "Checked")).isEqualTo("null");
    assertThat(form().title()).isEqualTo("Checked");
    assertThat(form().value("Mailbox")).isEqualTo("rebecca@zylker.com");
    assertThat(update(id, hash, "Late")).isEqualTo("hash_conflict");
    form().cancels();
    assertThat(update(id, null, "Too late")).isEqualTo("not_found");
    assertThat(update(null, null, "Whose?")).isEqualTo("invalid_arguments");
  }

  private ShownModal form() {
    return slack.as(ADA).form();
  }

  private ShownModal filled() {
    return form().fills("Mailbox", "rebecca@zylker.com");
  }

  private String update(@Nullable String id, @Nullable String hash, String title) throws Exception {
    var answer = client().viewsUpdate(r -> r.viewId(id).hash(hash).viewAsString(view(title)));
    return String.valueOf(answer.getError());
  }

  private static String errors(String block) {
    return ("{'response_action':'errors','errors':{'" + block + "':'No such mailbox'}}")
        .replace('\'', '"');
  }

  private static TinyBot.Reply answer(String action, String title) {
    return TinyBot.Reply.json(
        "{\"response_action\":\"" + action + "\",\"view\":" + view(title) + "}");
  }

  private static String view(String title) {
    String blocks =
        String.join(
            ",",
            "{'type':'section','block_id':'intro','text':" + plain("Stops outgoing mail.") + "}",
            input("mailbox", "Mailbox", "", "plain_text_input','action_id':'typed','min_length':3"),
            input("person", "Person", "'optional':true,", "users_select','action_id':'picked'"),
            input("time", "For", "", "static_select','action_id':'chosen'," + times()),
            input(
                "reason",
                "Reason",
                "'optional':true,",
                "plain_text_input','action_id':'typed','max_length':200"),
            "{'type':'actions','elements':[{'type':'button','action_id':'check','text':"
                + plain("Check")
                + "}]}");
    return ("{'type':'modal','callback_id':'block','private_metadata':'C0RANDOM01','title':"
            + plain(title)
            + ",'submit':"
            + plain("Block")
            + ",'blocks':["
            + blocks
            + "]}")
        .replace('\'', '"');
  }

  private static String input(String block, String label, String more, String element) {
    return "{'type':'input','block_id':'"
        + block
        + "',"
        + more
        + "'label':"
        + plain(label)
        + ",'element':{'type':'"
        + element
        + "}}";
  }

  private static String times() {
    String hour = "{'text':" + plain("One hour") + ",'value':'1h'}";
    String day = "{'text':" + plain("One day") + ",'value':'1d'}";
    return "'options':[" + hour + "," + day + "],'initial_option':" + hour;
  }

  private static String plain(String text) {
    return "{'type':'plain_text','text':'" + text + "'}";
  }
}
