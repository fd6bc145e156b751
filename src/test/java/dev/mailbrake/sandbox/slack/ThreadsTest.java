package dev.mailbrake.sandbox.slack;

import static dev.mailbrake.sandbox.slack.people.SampleWorkspace.ADA;
import static dev.mailbrake.sandbox.slack.people.SampleWorkspace.GRACE;
import static dev.mailbrake.sandbox.slack.people.SampleWorkspace.MAIL_AUDIT;
import static dev.mailbrake.sandbox.slack.people.SampleWorkspace.MAIL_SECURITY;
import static dev.mailbrake.sandbox.slack.people.SampleWorkspace.RANDOM;
import static dev.mailbrake.sandbox.slack.people.SampleWorkspace.STEVE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.slack.api.methods.response.chat.ChatPostMessageResponse;
import dev.mailbrake.sandbox.slack.messages.SlackMessage;
import org.junit.jupiter.api.Test;

/** Threads, direct messages, and addresses of messages. */
class ThreadsTest extends FakeSlackFixture {

  private static final String ADAS = "D0ADA00001";

  @Test
  void showsABroadcastReplyInTheChannelToo() throws Exception {
    SlackMessage incident = slack.as(ADA).says(MAIL_SECURITY, "Who sends that?");
    var reply =
        client()
            .chatPostMessage(
                r ->
                    r.channel(MAIL_SECURITY)
                        .threadTs(incident.ts())
                        .replyBroadcast(true)
                        .text("rebecca"));
    assertThat(reply.getMessage().getThreadTs()).isEqualTo(incident.ts());
    assertThat(slack.thread(incident)).singleElement().matches(SlackMessage::broadcast);
    assertThat(
            client()
                .chatPostMessage(r -> r.channel(MAIL_SECURITY).replyBroadcast(true).text("x"))
                .getError())
        .isEqualTo("invalid_arguments");
  }

  @Test
  void refusesAThreadThatIsNone() throws Exception {
    assertThat(reply("nonsense").getError()).isEqualTo("invalid_thread_ts");
    assertThat(reply("1.000001").getError()).isEqualTo("thread_not_found");
    SlackMessage elsewhere = slack.as(ADA).says(RANDOM, "hello");
    assertThat(reply(elsewhere.ts()).getError()).isEqualTo("thread_not_found");
  }

  @Test
  void showsAnEphemeralMessageInAThreadOnlyOnceItIsActive() throws Exception {
    SlackMessage incident = slack.as(ADA).says(MAIL_SECURITY, "Who sends that?");
    whispers(incident.ts());
    assertThat(slack.ephemerals(GRACE)).isEmpty();
    slack.as(ADA).replies(incident, "anybody?");
    whispers(incident.ts());
    assertThat(slack.ephemerals(GRACE))
        .singleElement()
        .extracting(SlackMessage::threadTs)
        .isEqualTo(incident.ts());
    assertThat(slack.thread(incident)).hasSize(1);
  }

  @Test
  void opensDirectMessagesByAPersonsIdButChangesThemByTheirOwn() throws Exception {
    ChatPostMessageResponse posted = client().chatPostMessage(r -> r.channel(ADA).text("psst"));
    assertThat(posted.getChannel()).isEqualTo(ADAS);
    String ts = posted.getTs();
    assertThat(client().chatUpdate(r -> r.channel(ADA).ts(ts).text("done")).getError())
        .isEqualTo("channel_not_found");
    assertThat(client().chatUpdate(r -> r.channel(ADAS).ts(ts).text("done")).isOk()).isTrue();
    assertThat(slack.messages(ADAS)).extracting(SlackMessage::text).containsExactly("done");
    assertThat(slack.as(ADA).says(ADAS, "thanks").channel()).isEqualTo(ADAS);
  }

  @Test
  void letsNobodyPostWhereTheyAreNotAMember() {
    assertThatThrownBy(() -> slack.as(STEVE).says(MAIL_AUDIT, "hello"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void givesAMessageAnAddress() throws Exception {
    SlackMessage incident = slack.as(ADA).says(MAIL_SECURITY, "Who sends that?");
    SlackMessage reply = slack.as(GRACE).replies(incident, "rebecca");
    assertThat(link(MAIL_SECURITY, incident.ts()))
        .isEqualTo(
            "https://zylker.slack.com/archives/"
                + MAIL_SECURITY
                + "/p"
                + incident.ts().replace(".", ""));
    assertThat(link(MAIL_SECURITY, reply.ts()))
        .endsWith("?thread_ts=" + incident.ts() + "&cid=" + MAIL_SECURITY);
    assertThat(link(MAIL_SECURITY, "1.000001")).isEqualTo("message_not_found");
    assertThat(link(RANDOM, incident.ts())).isEqualTo("channel_not_found");
  }

  private ChatPostMessageResponse reply(String ts) throws Exception {
    return client().chatPostMessage(r -> r.channel(MAIL_SECURITY).threadTs(ts).text("x"));
  }

  private void whispers(String ts) throws Exception {
    var answer =
        client()
            .chatPostEphemeral(
                r -> r.channel(MAIL_SECURITY).user(GRACE).threadTs(ts).text("for you"));
    assertThat(answer.isOk()).isTrue();
  }

  private String link(String channel, String ts) throws Exception {
    var answer = client().chatGetPermalink(r -> r.channel(channel).messageTs(ts));
    return answer.isOk() ? answer.getPermalink() : answer.getError();
  }
}
