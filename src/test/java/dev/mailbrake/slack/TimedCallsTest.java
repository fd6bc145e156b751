package dev.mailbrake.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailbrake.audit.PersonName;
import dev.mailbrake.metrics.Prometheus;
import dev.mailbrake.metrics.Scrape;
import dev.mailbrake.request.model.PrivateMessage;
import dev.mailbrake.request.model.Recipient;
import dev.mailbrake.request.model.Recipient.ReplyUrl;
import dev.mailbrake.sandbox.MovableClock;
import dev.mailbrake.sandbox.slack.FakeSlack;
import dev.mailbrake.sandbox.slack.people.SampleWorkspace;
import dev.mailbrake.sandbox.slack.webapi.SlackFault;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimedCallsTest {
  private static final String CALLS = "mailbrake_slack_calls_seconds_count";

  private final MovableClock clock = new MovableClock();
  @AutoClose private final FakeSlack slack = FakeSlack.start(clock);
  @AutoClose private final Prometheus prometheus = Prometheus.of("of a test");

  @AutoClose
  private final SlackApi api =
      new SlackApi(SlackEntry.settings(slack.apiUrl()), prometheus.meters());

  @ParameterizedTest
  @CsvSource({
    "INTERNAL_ERROR, internal_error",
    "ARCHIVED, is_archived",
    "RATE_LIMITED, ratelimited",
    "DOWN, http_5xx",
    "RESET, network"
  })
  void countsACallByItsResult(SlackFault fault, String result) {
    slack.faults().begin(fault);

    posts();

    assertThat(
            Scrape.of(prometheus)
                .sum(CALLS, "method=\"chat.postMessage\"", "result=\"" + result + "\""))
        .isEqualTo(1);
  }

  @Test
  void leavesTheAnswerReadable() {
    posts();

    assertThat(slack.messages(SampleWorkspace.MAIL_SECURITY)).hasSize(1);
    assertThat(Scrape.of(prometheus).sum(CALLS, "result=\"ok\"")).isEqualTo(1);
  }

  @Test
  void doesNotShowTheKeyInAResponseUrl() {
    String url = slack.apiUrl().resolve("/commands/T0ZYLKER01/1/a-key").toString();
    ReplyUrl reply = new ReplyUrl(url, 5, clock.instant().plusSeconds(60));
    PersonName ada = new PersonName(SampleWorkspace.ADA, "Ada");

    SampleSlackPeople.replies(api, clock)
        .send(PrivateMessage.to(new Recipient(ada, SampleWorkspace.MAIL_SECURITY, reply), "hello"));

    assertThat(Scrape.of(prometheus).sum(CALLS, "method=\"response_url\"", "result=\"http_4xx\""))
        .isEqualTo(1);
    assertThat(prometheus.scrape()).doesNotContain("a-key");
  }

  private void posts() {
    var delivery =
        new SlackCalls(api, clock)
            .post(post -> post.channel(SampleWorkspace.MAIL_SECURITY).text("hello"));
    assertThat(delivery).isNotNull();
  }
}
