package dev.mailbrake.sandbox.slack.webapi;

import static com.slack.api.model.block.Blocks.actions;
import static com.slack.api.model.block.Blocks.header;
import static com.slack.api.model.block.Blocks.section;
import static com.slack.api.model.block.composition.BlockCompositions.markdownText;
import static com.slack.api.model.block.composition.BlockCompositions.plainText;
import static com.slack.api.model.block.element.BlockElements.button;
import static dev.mailbrake.sandbox.slack.people.SampleWorkspace.ADA;
import static dev.mailbrake.sandbox.slack.people.SampleWorkspace.GRACE;
import static dev.mailbrake.sandbox.slack.people.SampleWorkspace.GUSTAV;
import static dev.mailbrake.sandbox.slack.people.SampleWorkspace.MAIL_SECURITY;
import static dev.mailbrake.sandbox.slack.people.SampleWorkspace.ON_CALL;
import static dev.mailbrake.sandbox.slack.people.SampleWorkspace.RANDOM;
import static dev.mailbrake.sandbox.slack.people.SampleWorkspace.STEVE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.slack.api.methods.response.chat.ChatPostMessageResponse;
import com.slack.api.methods.response.chat.ChatUpdateResponse;
import com.slack.api.model.User;
import com.slack.api.model.block.LayoutBlock;
import dev.mailbrake.sandbox.slack.FakeSlack;
import dev.mailbrake.sandbox.slack.FakeSlackFixture;
import dev.mailbrake.sandbox.slack.messages.MessageBody;
import dev.mailbrake.sandbox.slack.messages.SlackButton;
import dev.mailbrake.sandbox.slack.messages.SlackMessage;
import dev.mailbrake.sandbox.slack.people.SlackChannel;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class WebApiTest extends FakeSlackFixture {

  @Test
  void postsAMessageThatEverybodyCanRead() throws Exception {
    ChatPostMessageResponse posted = postCard();
    assertThat(posted.isOk()).isTrue();
    assertThat(posted.getMessage().getBlocks()).hasSize(2);
    SlackMessage card = slack.messages(MAIL_SECURITY).get(0);
    assertThat(card.ts()).isEqualTo(posted.getTs());
    assertThat(card.fallback()).isEqualTo("fallback");
    assertThat(card.plainText()).isEqualTo("Block *rebecca*?\n[Block outgoing mail]");
    assertThat(card.button("Block outgoing mail"))
        .isEqualTo(new SlackButton("Block outgoing mail", "confirm", "block1", "id-1", "danger"));
  }

  @Test
  void updatesAMessageAndRemembersWhatItSaid() throws Exception {
    String ts = postCard().getTs();
    assertThat(update(ts, "blocked").isOk()).isTrue();
    SlackMessage card = slack.messages(MAIL_SECURITY).get(0);
    assertThat(card.edited()).isTrue();
    assertThat(card.buttons()).isEmpty();
    assertThat(card.plainText()).isEqualTo("blocked");
    assertThat(card.earlier()).extracting(MessageBody::text).containsExactly("fallback");
  }

  @Test
  void deletesItsOwnMessageOnce() throws Exception {
    String ts = postCard().getTs();
    assertThat(client().chatDelete(r -> r.channel(MAIL_SECURITY).ts(ts)).isOk()).isTrue();
    assertThat(slack.messages(MAIL_SECURITY)).isEmpty();
    assertThat(client().chatDelete(r -> r.channel(MAIL_SECURITY).ts(ts)).getError())
        .isEqualTo("message_not_found");
  }

  @Test
  void answersInAThread() throws Exception {
    SlackMessage card = posted();
    var reply =
        client()
            .chatPostMessage(r -> r.channel(MAIL_SECURITY).threadTs(card.ts()).text("not done"));
    assertThat(reply.isOk()).isTrue();
    assertThat(slack.thread(card)).extracting(SlackMessage::text).containsExactly("not done");
    assertThat(client().chatPostMessage(r -> r.channel(MAIL_SECURITY).threadTs("1.0").text("x")))
        .extracting("error")
        .isEqualTo("thread_not_found");
    String answer = reply.getTs();
    assertThat(client().chatPostMessage(r -> r.channel(MAIL_SECURITY).threadTs(answer).text("x")))
        .extracting("error")
        .isEqualTo("cannot_reply_to_message");
  }

  @Test
  void refusesToPostWhereTheBotMayNot() throws Exception {
    SlackChannel secret = SlackChannel.open("C0SECRET01", "secret", Set.of(ADA));
    slack.workspace().put(secret.with(SlackChannel.Trait.PRIVATE));
    assertThat(post(RANDOM)).isEqualTo("not_in_channel");
    assertThat(post("C0SECRET01")).isEqualTo("channel_not_found");
    assertThat(post("C0UNKNOWN1")).isEqualTo("channel_not_found");
    SlackChannel channel = slack.workspace().channel(MAIL_SECURITY);
    slack.workspace().put(channel.with(SlackChannel.Trait.ARCHIVED));
    assertThat(post(MAIL_SECURITY)).isEqualTo("is_archived");
  }

  @Test
  void opensADirectMessageToAUser() throws Exception {
    assertThat(client().chatPostMessage(r -> r.channel(ADA).text("hello")).getChannel())
        .isEqualTo("D0ADA00001");
    assertThat(slack.messages("D0ADA00001")).hasSize(1);
  }

  @Test
  void refusesTextsThatAreMissingOrTooLong() throws Exception {
    assertThat(client().chatPostMessage(r -> r.channel(MAIL_SECURITY)).getError())
        .isEqualTo("no_text");
    String ts = postCard().getTs();
    assertThat(update(ts, "x".repeat(4_000)).isOk()).isTrue();
    assertThat(update(ts, "x".repeat(4_001)).getError()).isEqualTo("msg_too_long");
    String tooLong = "x".repeat(40_001);
    assertThat(client().chatPostMessage(r -> r.channel(MAIL_SECURITY).text(tooLong)).getError())
        .isEqualTo("msg_too_long");
  }

  /** Only Slack knows its exact limit. */
  @Test
  void refusesBlocksWhoseTextsAreTooLongInTotal() throws Exception {
    String ts = postCard().getTs();
    List<LayoutBlock> most = sections(9, 1_000);
    List<LayoutBlock> tooMuch = sections(9, 1_001);
    assertThat(update(ts, most).isOk()).isTrue();
    assertThat(update(ts, tooMuch).getError()).isEqualTo("msg_blocks_too_long");
    assertThat(post(tooMuch).getError()).isEqualTo("msg_blocks_too_long");
    assertThat(
            client()
                .chatPostEphemeral(
                    r -> r.channel(MAIL_SECURITY).user(ADA).text("x").blocks(tooMuch))
                .getError())
        .isEqualTo("msg_blocks_too_long");

    slack.limitBlockCharacters(8_999);
    assertThat(post(most).getError()).isEqualTo("msg_blocks_too_long");
  }

  private static List<LayoutBlock> sections(int many, int length) {
    return Collections.nCopies(many, section(s -> s.text(plainText("x".repeat(length)))));
  }

  private ChatUpdateResponse update(String ts, List<LayoutBlock> blocks) throws Exception {
    return client().chatUpdate(r -> r.channel(MAIL_SECURITY).ts(ts).text("x").blocks(blocks));
  }

  private ChatPostMessageResponse post(List<LayoutBlock> blocks) throws Exception {
    return client().chatPostMessage(r -> r.channel(MAIL_SECURITY).text("x").blocks(blocks));
  }

  @Test
  void namesTheLimitThatABlockExceeds() throws Exception {
    List<LayoutBlock> blocks = List.of(header(h -> h.text(plainText("x".repeat(151)))));
    ChatPostMessageResponse response =
        client().chatPostMessage(r -> r.channel(MAIL_SECURITY).text("t").blocks(blocks));
    assertThat(response.getError()).isEqualTo("invalid_blocks");
    assertThat(response.getResponseMetadata().getMessages())
        .containsExactly(
            "[ERROR] must be less than 151 characters [json-pointer:/blocks/0/text/text]");
  }

  @Test
  void updatesOnlyItsOwnMessages() throws Exception {
    assertThat(update("1.000000", "x").getError()).isEqualTo("message_not_found");
    client().chatPostEphemeral(r -> r.channel(MAIL_SECURITY).user(ADA).text("psst"));
    String ephemeral = slack.ephemerals(ADA).get(0).ts();
    assertThat(update(ephemeral, "x").getError()).isEqualTo("message_not_found");
  }

  @Test
  void showsAnEphemeralMessageOnlyToMembers() throws Exception {
    assertThat(
            client().chatPostEphemeral(r -> r.channel(MAIL_SECURITY).user("U0NOBODY1").text("x")))
        .extracting("error")
        .isEqualTo("user_not_in_channel");
    client().chatPostEphemeral(r -> r.channel(MAIL_SECURITY).user(ADA).text("psst"));
    assertThat(slack.messages(MAIL_SECURITY)).isEmpty();
    assertThat(slack.ephemerals(GRACE)).isEmpty();
    assertThat(slack.ephemerals(ADA)).extracting(SlackMessage::plainText).containsExactly("psst");
  }

  @Test
  void describesAPerson() throws Exception {
    User ada = client().usersInfo(r -> r.user(ADA)).getUser();
    assertThat(ada.getProfile().getEmail()).isEqualTo("ada@zylker.com");
    assertThat(ada.isDeleted() || ada.isBot() || ada.isRestricted() || ada.isStranger()).isFalse();
    assertThat(client().usersInfo(r -> r.user(GUSTAV)).getUser().isRestricted()).isTrue();
    User steve = client().usersInfo(r -> r.user(STEVE)).getUser();
    assertThat(steve.isStranger()).isTrue();
    assertThat(steve.getTeamId()).isNotEqualTo(FakeSlack.TEAM);
    assertThat(client().usersInfo(r -> r.user("U0NOBODY1")).getError()).isEqualTo("user_not_found");
  }

  @Test
  void listsTheMembersOfAReadableGroup() throws Exception {
    assertThat(client().usergroupsUsersList(r -> r.usergroup(ON_CALL)).getUsers())
        .containsExactly(GRACE);
    assertThat(client().usergroupsUsersList(r -> r.usergroup("S0NONE0001")).getError())
        .isEqualTo("no_such_subteam");
    slack.workspace().put(slack.workspace().group(ON_CALL).unreadable());
    assertThat(client().usergroupsUsersList(r -> r.usergroup(ON_CALL)).getError())
        .isEqualTo("permission_denied");
  }

  @Test
  void requiresTheRightToken() throws Exception {
    assertThat(client().authTest(r -> r).getUserId()).isEqualTo(FakeSlack.BOT_USER);
    assertThat(client("xoxb-other").authTest(r -> r).getError()).isEqualTo("invalid_auth");
  }

  @Test
  void requiresTheRightScope() throws Exception {
    slack.grant("commands", "users:read");
    ChatPostMessageResponse refused =
        client().chatPostMessage(r -> r.channel(MAIL_SECURITY).text("x"));
    assertThat(refused.getError()).isEqualTo("missing_scope");
    assertThat(refused.getNeeded()).isEqualTo("chat:write");
    assertThat(refused.getProvided()).isEqualTo("commands,users:read");
    assertThat(client().usersInfo(r -> r.user(ADA)).getUser().getProfile().getEmail()).isNull();
  }

  @Test
  void recordsEveryCall() throws Exception {
    post(MAIL_SECURITY);
    post(RANDOM);
    assertThat(slack.calls())
        .extracting(SlackCall::method, SlackCall::outcome)
        .containsExactly(
            tuple("chat.postMessage", "ok"), tuple("chat.postMessage", "not_in_channel"));
    assertThat(slack.calls().get(0).summary()).isEqualTo("channel=C0MAILSEC1 text=hello");
  }

  @Test
  void runsAHookBetweenTheEffectAndTheAnswer() throws Exception {
    List<Integer> seen = new CopyOnWriteArrayList<>();
    slack.onCall("chat.postMessage", () -> seen.add(slack.messages(MAIL_SECURITY).size()));
    post(MAIL_SECURITY);
    post(RANDOM);
    assertThat(seen).containsExactly(1);
  }

  @Test
  void preventsTheEffectIfAHookRefuses() throws Exception {
    slack.beforeCall(method -> !method.equals("chat.postMessage"));
    assertThatThrownBy(() -> post(MAIL_SECURITY)).isInstanceOf(IOException.class);
    assertThat(slack.messages(MAIL_SECURITY)).isEmpty();
    assertThat(slack.calls()).isEmpty();
  }

  private SlackMessage posted() throws Exception {
    postCard();
    return slack.messages(MAIL_SECURITY).get(0);
  }

  private String post(String channel) throws Exception {
    return String.valueOf(
        client().chatPostMessage(r -> r.channel(channel).text("hello")).getError());
  }

  private ChatPostMessageResponse postCard() throws Exception {
    List<LayoutBlock> blocks =
        List.of(
            section(s -> s.text(markdownText("Block *rebecca*?"))),
            actions(
                List.of(
                    button(
                        b ->
                            b.text(plainText("Block outgoing mail"))
                                .actionId("confirm")
                                .value("id-1")
                                .style("danger")))));
    return client().chatPostMessage(r -> r.channel(MAIL_SECURITY).text("fallback").blocks(blocks));
  }

  private ChatUpdateResponse update(String ts, String text) throws Exception {
    return client().chatUpdate(r -> r.channel(MAIL_SECURITY).ts(ts).text(text));
  }
}
