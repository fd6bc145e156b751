package dev.mailbrake.browser;

import static dev.mailbrake.sandbox.slack.people.SampleWorkspace.ADA;
import static dev.mailbrake.sandbox.slack.people.SampleWorkspace.GRACE;
import static dev.mailbrake.sandbox.slack.people.SampleWorkspace.MAIL_SECURITY;
import static dev.mailbrake.sandbox.slack.people.SampleWorkspace.NILS;
import static dev.mailbrake.sandbox.slack.people.SampleWorkspace.RANDOM;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mailbrake.sandbox.page.SandboxPage;
import dev.mailbrake.sandbox.page.ShiftedClock;
import dev.mailbrake.sandbox.slack.FakeSlackFixture;
import dev.mailbrake.sandbox.slack.TinyBot;
import dev.mailbrake.sandbox.slack.messages.SlackMessage;
import dev.mailbrake.sandbox.slack.protocol.Json;
import dev.mailbrake.sandbox.zoho.FakeZoho;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;

/** The page's threads, direct messages, shortcuts, menus and inputs, with a bot of no words. */
class SlackPartsPageIT extends FakeSlackFixture {

  private static final String CARD =
      """
      [{"type":"header","text":{"type":"plain_text","text":"Ten mailboxes"}},
       {"type":"section","text":{"type":"mrkdwn","text":"rebecca@zylker.com"},
        "accessory":{"type":"button","action_id":"block","value":"rebecca",
          "accessibility_label":"Block rebecca, phishing",
          "text":{"type":"plain_text","text":"Block rebecca"}}},
       {"type":"section","text":{"type":"mrkdwn","text":"tariq@zylker.com"},
        "accessory":{"type":"overflow","action_id":"more","options":[
          {"text":{"type":"plain_text","text":"Keep blocked"},"value":"keep"},
          {"text":{"type":"plain_text","text":"Unblock"},"value":"undo"}]}}]
      """;

  private static final String FORM =
      """
      {"type":"modal","title":{"type":"plain_text","text":"Block"},
       "submit":{"type":"plain_text","text":"Request block"},"blocks":[
       {"type":"input","block_id":"people","optional":true,
        "label":{"type":"plain_text","text":"People"},
        "element":{"type":"multi_users_select","action_id":"a","max_selected_items":2}},
       {"type":"input","block_id":"blocked","label":{"type":"plain_text","text":"Blocked now"},
        "element":{"type":"multi_static_select","action_id":"a","options":[
          {"text":{"type":"plain_text","text":"boris@zylker.com"},"value":"b"},
          {"text":{"type":"plain_text","text":"paula@zylker.com"},"value":"p"}]}},
       {"type":"input","block_id":"sure","optional":true,
        "label":{"type":"plain_text","text":"Also"},
        "element":{"type":"checkboxes","action_id":"a","options":[
          {"text":{"type":"mrkdwn","text":"Tell them"},"value":"tell"}]}},
       {"type":"input","block_id":"where","label":{"type":"plain_text","text":"Card in"},
        "element":{"type":"conversations_select","action_id":"a",
          "response_url_enabled":true,"default_to_current_conversation":true}},
       {"type":"section","text":{"type":"mrkdwn","text":"Suggested"},
        "accessory":{"type":"overflow","action_id":"suggested","options":[
          {"text":{"type":"plain_text","text":"rebecca"},"value":"r"},
          {"text":{"type":"plain_text","text":"tariq"},"value":"t"}]}}]}
      """;

  private static @Nullable Chromium chromium;

  @AutoClose private final TinyBot bot = TinyBot.of(slack);
  @AutoClose private final FakeZoho zoho = FakeZoho.start(clock);

  @AutoClose
  private final SandboxPage page = SandboxPage.start(0, slack, zoho, new ShiftedClock(clock));

  @BeforeAll
  static void startBrowser() throws IOException {
    chromium = Chromium.start();
  }

  @AfterAll
  static void stopBrowser() throws IOException {
    // If the browser could not start, the tests were skipped.
    if (chromium != null) {
      chromium.close();
    }
  }

  @BeforeEach
  void openPage() {
    chromium().open(page.url(), 1280, 900);
  }

  @AfterEach
  void leavePage() {
    chromium().leave();
  }

  @ParameterizedTest
  @CsvSource({"1280, 900, light", "390, 844, dark"})
  void opensAThreadByTheKeyboardAndRepliesThere(int width, int height, String colors)
      throws IOException {
    chromium().look(width, height);
    chromium().prefer(colors);
    Screen screen = screen();
    screen.types("Who sends that? @nils, see rebecca@zylker.com");
    screen.card("@Nils Lindqvist", "rebecca@zylker.com");
    screen.find("[data-testid=more]").sendKeys(Keys.ENTER);
    screen.awaitFocus("menu-item", "Reply in thread");
    finds("a menu");
    screen.focus().sendKeys(Keys.ENTER);
    screen.find("[data-testid=reply]").sendKeys("not me", Keys.ENTER);
    assertThat(screen.reply("not me")).contains("Ada Lovelace");
    finds("a thread");
    chromium().screenshot("thread-" + width + ".png");

    screen.find("[data-testid=reply]").sendKeys("/mail-status", Keys.ENTER);
    assertThat(screen.hint("no slash commands in threads")).isNotEmpty();
    screen.find("[data-testid=reply]").sendKeys(Keys.ESCAPE);
    screen.awaitFocus("replies", "1 reply");
    assertThat(slack.thread(slack.messages(MAIL_SECURITY).get(0)))
        .extracting(SlackMessage::text)
        .containsExactly("not me");
  }

  @Test
  void countsWhatRangUntilThePersonLooks() throws Exception {
    SlackMessage incident = slack.as(GRACE).says(MAIL_SECURITY, "@nils who sends that?");
    slack.as(GRACE).replies(incident, "anybody?");
    slack.as(GRACE).says(RANDOM, "@ada lunch?");
    Screen screen = screen();
    screen.awaitUnread("person", NILS, 2);
    screen.awaitUnread("person", ADA, 1);
    screen.awaitUnread("channel", RANDOM, 1);

    screen.goesTo(RANDOM);
    screen.awaitUnread("person", ADA, 0);
    screen.is(NILS);
    screen.goesTo(MAIL_SECURITY);
    screen.awaitUnread("person", NILS, 1);
    screen.clicks("replies");
    screen.awaitUnread("person", NILS, 0);
  }

  @Test
  void showsABroadcastReplyInTheChannelAndFollowsItsAddress() throws Exception {
    SlackMessage incident = slack.as(GRACE).says(MAIL_SECURITY, "who sends that?");
    var reply =
        client()
            .chatPostMessage(
                r ->
                    r.channel(MAIL_SECURITY)
                        .threadTs(incident.ts())
                        .replyBroadcast(true)
                        .text("rebecca is blocked"));
    String address =
        client()
            .chatGetPermalink(r -> r.channel(MAIL_SECURITY).messageTs(reply.getTs()))
            .getPermalink();
    client().chatPostMessage(r -> r.channel(ADA).text("See <" + address + "|what was done>"));
    Screen screen = screen();
    assertThat(screen.card("rebecca is blocked")).contains("Replied to a thread");

    screen.goesTo("direct");
    screen.card("See what was done");
    screen.find(".log a").click();

    screen.awaitFocus("message", "rebecca is blocked");
    assertThat(screen.focus().getDomAttribute("data-in")).isEqualTo("thread");
  }

  @Test
  void showsDirectMessagesToTheirPersonOnly() throws Exception {
    client().chatPostMessage(r -> r.channel(ADA).text("psst"));
    Screen screen = screen();
    screen.awaitUnread("person", ADA, 1);
    screen.goesTo("direct");
    screen.card("psst");
    screen.awaitUnread("person", ADA, 0);
    finds("direct messages");

    screen.is(GRACE);

    assertThat(screen.messages()).isEmpty();
  }

  @Test
  void runsAMessageShortcutAndReturnsToTheMessage() {
    Screen screen = screen();
    screen.clicks("alert");
    screen.card("Unusual outgoing mail", "rebecca@zylker.com");
    screen.find("[data-testid=more]").sendKeys(Keys.ENTER);
    screen.awaitFocus("menu-item", "Reply in thread");
    screen.focus().sendKeys(Keys.ARROW_DOWN);
    screen.awaitFocus("menu-item", "Block outgoing mail…");
    screen.focus().sendKeys(Keys.ENTER);

    screen.hint("The shortcut was acknowledged");
    assertThat(bot.lastPayload().path("type").asText()).isEqualTo("message_action");
    assertThat(bot.lastPayload().at("/message/attachments")).hasSize(1);
    screen.awaitFocus("more", "");
  }

  @ParameterizedTest
  @CsvSource({"1280, 900, light", "390, 844, dark"})
  void fillsInAFormOpenedByAGlobalShortcut(int width, int height, String colors)
      throws IOException {
    bot.replies(this::opensForm);
    chromium().look(width, height);
    chromium().prefer(colors);
    Screen screen = screen();
    screen.find("[data-testid=shortcuts]").sendKeys(Keys.ENTER);
    screen.awaitFocus("menu-item", "Block a mailbox…");
    screen.focus().sendKeys(Keys.ENTER);
    screen.find("[data-testid=form] [name=people]");
    finds("a form");
    screen.clicks("form-submit");
    assertThat(screen.error("blocked")).contains("required");
    finds("an error");

    screen.ticks("people", NILS);
    screen.ticks("people", GRACE);
    screen.ticks("blocked", "b");
    screen.ticks("sure", "tell");
    assertThat(screen.find("[name=people] [value=" + ADA + "]").isEnabled()).isFalse();
    chromium().screenshot("choices-" + width + ".png");
    screen.find("[data-testid=form] [data-testid=choices]").sendKeys(Keys.ENTER);
    screen.awaitFocus("menu-item", "rebecca");
    finds("a menu in a form");
    screen.focus().sendKeys(Keys.ARROW_UP);
    screen.awaitFocus("menu-item", "tariq");
    screen.focus().sendKeys(Keys.ENTER);
    awaitChosen("t");
    bot.replies(TinyBot.Reply.EMPTY);
    screen.clicks("form-submit");
    screen.awaitNoForm();

    JsonNode values = bot.lastPayload().at("/view/state/values");
    assertThat(values.at("/people/a/selected_users"))
        .extracting(JsonNode::asText)
        .containsExactlyInAnyOrder(GRACE, NILS);
    assertThat(values.at("/blocked/a/selected_options/0/value").asText()).isEqualTo("b");
    assertThat(values.at("/sure/a/selected_options/0/value").asText()).isEqualTo("tell");
    assertThat(values.at("/where/a/selected_conversation").asText()).isEqualTo(MAIL_SECURITY);
    assertThat(bot.lastPayload().at("/response_urls/0/channel_id").asText())
        .isEqualTo(MAIL_SECURITY);
  }

  private TinyBot.Reply opensForm(Map<String, String> form) {
    JsonNode payload = Json.parse(form.getOrDefault("payload", "")).orElseThrow();
    if (payload.path("type").asText().equals("shortcut")) {
      try {
        String trigger = payload.path("trigger_id").asText();
        var opened = client().viewsOpen(r -> r.triggerId(trigger).viewAsString(FORM));
        assertThat(opened.isOk()).as(opened.toString()).isTrue();
      } catch (Exception broken) {
        throw new IllegalStateException(broken);
      }
    }
    return TinyBot.Reply.EMPTY;
  }

  @ParameterizedTest
  @CsvSource({"1280, 900, light", "390, 844, dark"})
  void pressesAnAccessoryAndAMenuItem(int width, int height, String colors) throws Exception {
    chromium().look(width, height);
    chromium().prefer(colors);
    client().chatPostMessage(r -> r.channel(MAIL_SECURITY).text("t").blocksAsString(CARD));
    Screen screen = screen();
    assertThat(screen.card("Ten mailboxes")).contains("Block rebecca");
    assertThat(screen.find("[data-testid=action]").getAccessibleName())
        .isEqualTo("Block rebecca, phishing");
    finds("a card");
    screen.presses("Block rebecca");
    screen.hint("The click was acknowledged");
    assertThat(bot.lastPayload().at("/actions/0/value").asText()).isEqualTo("rebecca");

    screen.find("[data-testid=choices]").sendKeys(Keys.ENTER);
    screen.awaitFocus("menu-item", "Keep blocked");
    screen.focus().sendKeys(Keys.END);
    screen.awaitFocus("menu-item", "Unblock");
    chromium().screenshot("overflow-" + width + ".png");
    screen.focus().sendKeys(Keys.ENTER);

    screen.awaitFocus("choices", "");
    awaitChosen("undo");
    assertThat(screen.scrollsSideways()).isFalse();
  }

  /** Waits until the bot was told of this menu item. */
  private void awaitChosen(String value) {
    await()
        .until(
            () -> bot.lastPayload().at("/actions/0/selected_option/value").asText().equals(value));
  }

  private static void finds(String where) {
    assertThat(chromium().violations()).as(where).isEmpty();
  }

  private static Screen screen() {
    return new Screen(chromium().driver());
  }

  private static Chromium chromium() {
    return requireNonNull(chromium);
  }
}
