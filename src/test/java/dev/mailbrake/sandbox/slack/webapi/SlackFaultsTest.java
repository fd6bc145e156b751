package dev.mailbrake.sandbox.slack.webapi;

import static dev.mailbrake.sandbox.slack.people.SampleWorkspace.MAIL_SECURITY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.slack.api.methods.SlackApiException;
import dev.mailbrake.sandbox.slack.FakeSlackFixture;
import dev.mailbrake.sandbox.slack.messages.SlackMessage;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SlackFaultsTest extends FakeSlackFixture {

  @Test
  void lastUntilTheyAreEnded() throws Exception {
    slack.faults().begin(SlackFault.DOWN);
    assertThat(failure().getResponse().code()).isEqualTo(503);
    assertThat(failure().getResponse().code()).isEqualTo(503);
    slack.faults().end(SlackFault.DOWN);
    assertThat(post()).isEqualTo("null");
  }

  @Test
  void affectTheNextCallsOfOneMethod() throws Exception {
    slack.faults().begin(SlackFault.INTERNAL_ERROR.times(2).on("chat.postMessage"));
    assertThat(client().authTest(r -> r).isOk()).isTrue();
    assertThat(post()).isEqualTo("internal_error");
    assertThat(post()).isEqualTo("internal_error");
    assertThat(post()).isEqualTo("null");
    assertThat(slack.faults().active()).isEmpty();
  }

  @Test
  void sayHowLongToWait() {
    slack.faults().begin(SlackFault.RATE_LIMITED.always().lasting(Duration.ofSeconds(7)));
    SlackApiException limited = failure();
    assertThat(limited.getResponse().code()).isEqualTo(429);
    assertThat(limited.getResponse().header("Retry-After")).isEqualTo("7");
  }

  @ParameterizedTest
  @CsvSource({
    "ARCHIVED,is_archived",
    "MESSAGE_NOT_FOUND,message_not_found",
    "EDIT_WINDOW_CLOSED,edit_window_closed"
  })
  void refuseAnUpdate(SlackFault fault, String error) throws Exception {
    slack.faults().begin(fault);
    assertThat(client().chatUpdate(r -> r.channel(MAIL_SECURITY).ts("1.0").text("x")).getError())
        .isEqualTo(error);
  }

  @ParameterizedTest
  @EnumSource(names = {"FATAL_ERROR", "TOKEN_REVOKED", "ACCOUNT_INACTIVE"})
  void refuseEveryMethodButNoResponseUrl(SlackFault fault) throws Exception {
    slack.faults().begin(fault);
    assertThat(post()).isEqualTo(fault.name().toLowerCase(Locale.ROOT));
    assertThat(client().authTest(r -> r).getError()).isEqualTo(post());
    assertThat(fault.concerns(ApiRequest.RESPONSE_URL)).isFalse();
    assertThat(slack.messages(MAIL_SECURITY)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"USED_URL,used_url", "EXPIRED_URL,expired_url"})
  void refuseExpiredResponseUrls(SlackFault fault, String error) throws Exception {
    slack.faults().begin(fault);
    assertThat(post()).isEqualTo("null");
    ApiAnswer answer = fault.always().answer().orElseThrow();
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.outcome()).isEqualTo(error);
  }

  @Test
  void dropTheConnectionBeforeOrAfterTheEffect() {
    slack.faults().begin(SlackFault.RESET);
    assertThatThrownBy(this::post).isInstanceOf(IOException.class);
    assertThat(slack.messages(MAIL_SECURITY)).isEmpty();
    slack.faults().endAll();
    slack.faults().begin(SlackFault.ANSWER_LOST);
    assertThatThrownBy(this::post).isInstanceOf(IOException.class);
    assertThat(slack.messages(MAIL_SECURITY)).isNotEmpty();
  }

  @Test
  void loseOneAnswerAfterWhichTheSdkMayPostAgain() throws Exception {
    post();
    slack.faults().begin(SlackFault.ANSWER_LOST.times(1));
    // OkHttp repeats a POST on a kept connection, so the caller sees success and the channel two.
    assertThat(postOrBreak()).isIn("null", "broken");
    assertThat(slack.messages(MAIL_SECURITY)).hasSizeBetween(2, 3);
    assertThat(slack.faults().active()).isEmpty();
  }

  @Test
  void delayForAsLongAsPlanned() throws Exception {
    slack.faults().begin(SlackFault.SLOW.times(1).lasting(Duration.ofMillis(150)));
    long start = System.nanoTime();
    assertThat(post()).isEqualTo("null");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(149));
  }

  @Test
  void limitTheRateByTheClockIfEnabled() throws Exception {
    slack.enforceRateLimits(true);
    for (int burst = 0; burst < 5; burst++) {
      assertThat(post()).isEqualTo("null");
    }
    assertThat(failure().getResponse().header("Retry-After")).isEqualTo("1");
    clock.passes(Duration.ofSeconds(1));
    assertThat(post()).isEqualTo("null");
    assertThat(failure().getResponse().code()).isEqualTo(429);
  }

  @Test
  void wakeUpTestsThatWaitForAMessage() throws Exception {
    CompletableFuture<SlackMessage> waiting =
        CompletableFuture.supplyAsync(
            () -> slack.awaitMessage(MAIL_SECURITY, it -> it.text().equals("hello")));
    post();
    assertThat(waiting.join().channel()).isEqualTo(MAIL_SECURITY);
  }

  @Test
  void printWhatThereIsWhenAWaitFails() throws Exception {
    post();
    assertThatThrownBy(() -> slack.await(Optional::empty, Duration.ofMillis(1)))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("hello")
        .hasMessageContaining("chat.postMessage");
  }

  private String post() throws IOException, SlackApiException {
    return String.valueOf(
        client().chatPostMessage(r -> r.channel(MAIL_SECURITY).text("hello")).getError());
  }

  private String postOrBreak() throws SlackApiException {
    try {
      return post();
    } catch (IOException broken) {
      return "broken";
    }
  }

  private SlackApiException failure() {
    return catchThrowableOfType(SlackApiException.class, this::post);
  }
}
