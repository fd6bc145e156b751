package dev.mailbrake.sandbox.slack;

import static dev.mailbrake.sandbox.slack.people.SampleWorkspace.ADA;
import static dev.mailbrake.sandbox.slack.people.SampleWorkspace.DORA;
import static dev.mailbrake.sandbox.slack.people.SampleWorkspace.GRACE;
import static dev.mailbrake.sandbox.slack.people.SampleWorkspace.GUSTAV;
import static dev.mailbrake.sandbox.slack.people.SampleWorkspace.MAIL_AUDIT;
import static dev.mailbrake.sandbox.slack.people.SampleWorkspace.MAIL_SECURITY;
import static dev.mailbrake.sandbox.slack.people.SampleWorkspace.NILS;
import static dev.mailbrake.sandbox.slack.people.SampleWorkspace.ON_CALL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mailbrake.sandbox.slack.messages.Notification;
import dev.mailbrake.sandbox.slack.messages.SlackMessage;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whose phone rings, and why. */
class RingsTest extends FakeSlackFixture {

  @Test
  void ringsWhoIsMentionedAlsoThroughAGroup() throws Exception {
    post("<@" + ADA + "> and <!subteam^" + ON_CALL + "|@on-call>: look at this, Nils");

    assertThat(rung()).containsExactly(ADA + " MENTION", GRACE + " GROUP_MENTION");
  }

  @Test
  void ringsByMarkdownAndRichTextButNotByPlainTextOrTheFallback() throws Exception {
    String user = "<@" + ADA + ">";
    blocks("{'type':'section','text':{'type':'plain_text','text':'" + user + "'}}", user);
    assertThat(rung()).isEmpty();
    blocks("{'type':'context','elements':[{'type':'mrkdwn','text':'" + user + "'}]}", "");
    blocks(
        "{'type':'rich_text','elements':[{'type':'rich_text_section','elements':["
            + "{'type':'user','user_id':'"
            + NILS
            + "'},{'type':'usergroup','usergroup_id':'"
            + ON_CALL
            + "'}]}]}",
        "");
    assertThat(rung())
        .containsExactly(ADA + " MENTION", NILS + " MENTION", GRACE + " GROUP_MENTION");
  }

  @Test
  void ringsNobodyByAnEdit() throws Exception {
    String ts = post("nothing yet");
    client().chatUpdate(r -> r.channel(MAIL_SECURITY).ts(ts).text("<@" + ADA + ">: done"));

    assertThat(slack.rings()).isEmpty();
  }

  @Test
  void ringsNobodyByAnEphemeralMessage() throws Exception {
    client()
        .chatPostEphemeral(r -> r.channel(MAIL_SECURITY).user(ADA).text("<@" + ADA + ">: psst"));

    assertThat(slack.rings()).isEmpty();
  }

  @Test
  void ringsNeitherOutsidersNorFormerColleaguesNorOneself() throws Exception {
    client().chatPostMessage(r -> r.channel(MAIL_AUDIT).text("<@" + GUSTAV + ">"));
    post("<@" + DORA + "> <@" + FakeSlack.BOT_USER + ">");
    slack.as(ADA).says(MAIL_SECURITY, "@ada @alerts note to self");

    assertThat(slack.rings()).isEmpty();
  }

  @Test
  void ringsByEachDirectMessage() throws Exception {
    client().chatPostMessage(r -> r.channel(ADA).text("psst"));

    assertThat(rung()).containsExactly(ADA + " DIRECT_MESSAGE");
  }

  @Test
  void ringsByAReplyWhoeverIsInTheThread() throws Exception {
    SlackMessage incident = slack.as(ADA).says(MAIL_SECURITY, "Who sends that? @nils");
    slack.as(GRACE).replies(incident, "not me");
    client().chatPostMessage(r -> r.channel(MAIL_SECURITY).threadTs(incident.ts()).text("done"));

    assertThat(rung())
        .containsExactly(
            NILS + " MENTION", // by the message itself
            ADA + " THREAD", // by Grace's reply
            NILS + " THREAD",
            ADA + " THREAD", // by the bot's reply
            GRACE + " THREAD",
            NILS + " THREAD");
  }

  @Test
  void ringsNobodyByAReplyToTheBotsOwnCard() throws Exception {
    String card = post("a card");
    client().chatPostMessage(r -> r.channel(MAIL_SECURITY).threadTs(card).text("not done"));

    assertThat(slack.rings()).isEmpty();
  }

  @Test
  void keepsARingUnreadUntilThePersonLooks() throws Exception {
    SlackMessage incident = slack.as(ADA).says(MAIL_SECURITY, "Who sends that?");
    client().chatPostMessage(r -> r.channel(MAIL_SECURITY).threadTs(incident.ts()).text("done"));
    client().chatPostMessage(r -> r.channel(MAIL_SECURITY).text("<@" + ADA + ">: look"));
    assertThat(slack.unread(ADA)).isEqualTo(2);
    assertThat(slack.unread(GRACE)).isZero();

    slack.as(ADA).looksAt(MAIL_SECURITY);
    assertThat(slack.unread(ADA)).isEqualTo(1);

    slack.as(ADA).looksAtThread(incident);
    assertThat(slack.unread(ADA)).isZero();
    assertThat(slack.ringsOf(ADA)).hasSize(2).allMatch(Notification::seen);
  }

  private List<String> rung() {
    return slack.rings().stream().map(it -> it.user() + " " + it.why()).toList();
  }

  private String post(String text) throws Exception {
    return client().chatPostMessage(r -> r.channel(MAIL_SECURITY).text(text)).getTs();
  }

  private void blocks(String block, String fallback) throws Exception {
    String blocks = "[" + block.replace('\'', '"') + "]";
    assertThat(
            client()
                .chatPostMessage(
                    r -> r.channel(MAIL_SECURITY).text(fallback).blocksAsString(blocks))
                .isOk())
        .isTrue();
  }
}
