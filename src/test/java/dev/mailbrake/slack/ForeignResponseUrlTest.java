package dev.mailbrake.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.app_backend.interactive_components.response.ActionResponse;
import dev.mailbrake.request.model.Recipient.ReplyUrl;
import dev.mailbrake.request.port.Delivery;
import java.net.URI;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForeignResponseUrlTest {
  private static final URI SLACK = URI.create("https://slack.com/api/");
  private static final URI LOCAL = URI.create("http://127.0.0.1:8055/api/");

  @AutoClose private final SampleSlackPeople work = new SampleSlackPeople();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://hooks.slack.com/commands/T0ZYLKER01/1/key",
        "https://hooks.slack.com:443/actions/T0ZYLKER01/1/key",
        "https://HOOKS.SLACK.COM/app/T0ZYLKER01/1/key",
        "https://hooks.slack-gov.com/commands/T0ZYLKER01/1/key"
      })
  void postsToSlack(String url) {
    assertThat(ResponseUrl.isSlacks(url, SLACK)).isTrue();
    assertThat(ResponseUrl.isSlacks(url, LOCAL)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://attacker.example/commands/T0ZYLKER01/1/key",
        "https://hooks.slack.com.attacker.example/key",
        "https://notslack.com/key",
        "https://hooks-slack.com/key",
        "https://hooks.slack.com@attacker.example/key",
        "https://attacker.example/?hooks.slack.com",
        "https://attacker.example#.slack.com",
        "https://attacker.example\\.slack.com/key",
        "http://hooks.slack.com/commands/T0ZYLKER01/1/key",
        "https://hooks.slack.com:8443/commands/T0ZYLKER01/1/key",
        "ws://hooks.slack.com/key",
        "file:///etc/passwd",
        "https://169.254.169.254/latest/meta-data",
        "//hooks.slack.com/key",
        "no url",
        ""
      })
  void postsNowhereElse(String url) {
    assertThat(ResponseUrl.isSlacks(url, SLACK)).isFalse();
    assertThat(ResponseUrl.isSlacks(url, LOCAL)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:8055/key",
        "http://localhost:8055/key",
        "http://[::1]:8055/key",
        "https://[::ffff:7f00:1]/key",
        "https://127.0.0.1/key"
      })
  void postsToThisMachineOnlyWhereSlackItselfIsOnIt(String url) {
    assertThat(ResponseUrl.isSlacks(url, LOCAL)).isTrue();
    assertThat(ResponseUrl.isSlacks(url, SLACK)).isFalse();
  }

  @Test
  void saysThatItCannotPostThereAndDoesNotTry() {
    try (SlackApi api = SampleSlackPeople.api(SLACK)) {
      ReplyUrl url =
          new ReplyUrl(
              work.slack.apiUrl().resolve("/commands/T0ZYLKER01/1000/sandbox").toString(),
              5,
              work.clock.instant().plusSeconds(60));

      assertThat(new ResponseUrl(api).send(url, ActionResponse.builder().text("hello").build()))
          .isEqualTo(new Delivery.Impossible<>("the response_url is not Slack's"));
      assertThat(work.slack.calls()).isEmpty();
    }
  }
}
