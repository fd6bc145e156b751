package dev.mailbrake.slack;

import static dev.mailbrake.sandbox.slack.people.SampleWorkspace.ADA;
import static dev.mailbrake.sandbox.slack.people.SampleWorkspace.MAIL_SECURITY;
import static dev.mailbrake.sandbox.slack.people.SampleWorkspace.ON_CALL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.mailbrake.audit.PersonName;
import dev.mailbrake.policy.Approvers.GroupMembers;
import dev.mailbrake.policy.Person;
import dev.mailbrake.request.port.Delivery;
import dev.mailbrake.sandbox.slack.webapi.SlackFault;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import okhttp3.Interceptor;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okhttp3.internal.http2.ConnectionShutdownException;
import okhttp3.internal.http2.ErrorCode;
import okhttp3.internal.http2.StreamResetException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RepeatedReadsTest {
  private static final URI API = URI.create("https://slack.com/api/");
  private static final PersonName ADA_TYPED = new PersonName(ADA, "ada");

  @AutoClose private final SampleSlackPeople work = new SampleSlackPeople();
  private final List<String> steps = new ArrayList<>();
  private final RepeatedReads reads =
      new RepeatedReads(
          API,
          () -> steps.add("drops idle connections"),
          nanos -> steps.add("waits " + Duration.ofNanos(nanos)));

  static Stream<IOException> cutOff() {
    return Stream.of(
        new IOException("unexpected end of stream"),
        new StreamResetException(ErrorCode.REFUSED_STREAM),
        new ConnectionShutdownException());
  }

  @ParameterizedTest
  @MethodSource("cutOff")
  void readsOnceMoreOnAFreshConnectionIfTheFirstWasCutOff(IOException broken) throws Exception {
    Interceptor.Chain chain = calling("users.info");
    when(chain.proceed(any())).thenThrow(broken).thenReturn(answer(200, ""));

    assertThat(reads.intercept(chain).code()).isEqualTo(200);
    assertThat(steps).containsExactly("drops idle connections");
  }

  @Test
  void givesUpAfterTheSecondAttempt() throws Exception {
    Interceptor.Chain chain = calling("users.info");
    when(chain.proceed(any())).thenThrow(new IOException("first"), new IOException("second"));

    assertThatThrownBy(() -> reads.intercept(chain)).hasMessage("second");
  }

  @Test
  void doesNotMakeSomebodyWaitThroughASecondTimeout() throws Exception {
    Interceptor.Chain chain = calling("users.info");
    when(chain.proceed(any())).thenThrow(new SocketTimeoutException("first"));

    assertThatThrownBy(() -> reads.intercept(chain)).hasMessage("first");
    assertThat(steps).isEmpty();
  }

  @ParameterizedTest(name = "{0} with Retry-After {1}")
  @CsvSource({
    "503, '', PT0S",
    "502, '', PT0S",
    "503, 2, PT2S",
    "429, 1, PT1S",
    "429, 2, PT2S",
    "429, '', PT1S"
  })
  void readsOnceMoreAfterTheShortPauseThatSlackAsksFor(int status, String after, String pause)
      throws Exception {
    Interceptor.Chain chain = calling("auth.test");
    when(chain.proceed(any())).thenReturn(answer(status, after), answer(200, ""));

    assertThat(reads.intercept(chain).code()).isEqualTo(200);
    assertThat(steps).containsExactly("waits " + pause, "drops idle connections");
  }

  @ParameterizedTest(name = "{0} with Retry-After {1}")
  @CsvSource({"429, 3", "503, 30", "404, ''", "302, ''"})
  void keepsAnAnswerIfAnotherWouldNotHelpOrComeTooLate(int status, String after) throws Exception {
    Interceptor.Chain chain = calling("users.info");
    when(chain.proceed(any())).thenReturn(answer(status, after));

    assertThat(reads.intercept(chain).code()).isEqualTo(status);
    assertThat(steps).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "chat.postMessage",
        "chat.update",
        "chat.delete",
        "chat.postEphemeral",
        "views.open",
        "views.publish",
        "apps.connections.open",
        "https://hooks.slack.com/commands/T0ZYLKER01/1/users.info"
      })
  void neverRepeatsWhatChangesSomething(String called) throws Exception {
    Interceptor.Chain broken = calling(called);
    when(broken.proceed(any())).thenThrow(new IOException("unexpected end of stream"));
    Interceptor.Chain down = calling(called);
    when(down.proceed(any())).thenReturn(answer(503, ""));

    assertThatThrownBy(() -> reads.intercept(broken)).hasMessage("unexpected end of stream");
    assertThat(reads.intercept(down).code()).isEqualTo(503);
    assertThat(steps).isEmpty();
  }

  @Test
  void knowsAPersonAndAGroupThoughSlackClosedEveryConnectionMeanwhile() {
    work.people.person(ADA_TYPED);
    work.slack.hangUp();

    assertThat(work.people.person(ADA_TYPED)).isInstanceOf(Person.Known.class);

    work.slack.hangUp();
    assertThat(work.people.members(ON_CALL)).isInstanceOf(GroupMembers.Listed.class);
  }

  @ParameterizedTest
  @EnumSource(names = {"DOWN", "RESET", "RATE_LIMITED", "ANSWER_LOST"})
  void knowsAPersonThoughSlackFailedOnce(SlackFault fault) {
    work.slack.faults().begin(fault.times(1).lasting(Duration.ofSeconds(1)));

    assertThat(work.people.person(ADA_TYPED)).isInstanceOf(Person.Known.class);
  }

  @ParameterizedTest
  @EnumSource(names = {"DOWN", "RESET", "ANSWER_LOST"})
  void postsOnceThoughSlackFails(SlackFault fault) {
    work.slack.faults().begin(fault.times(1));

    Delivery<?> delivery =
        new SlackCalls(work.api, work.clock)
            .post(post -> post.channel(MAIL_SECURITY).text("hello"));

    assertThat(delivery).isInstanceOf(Delivery.Later.class);
    assertThat(work.calls("chat.postMessage")).isEqualTo(1);
  }

  @Test
  void dropsAnIdleConnectionBeforeSlackOrAProxyDoes() {
    work.people.person(ADA_TYPED);
    assertThat(work.slack.countConnections()).isPositive();

    // Four seconds, where a connection used to be kept for five minutes.
    await().atMost(Duration.ofSeconds(30)).until(() -> work.slack.countConnections() == 0);
  }

  private static Interceptor.Chain calling(String method) {
    Interceptor.Chain chain = mock(Interceptor.Chain.class);
    when(chain.request()).thenReturn(request(API.resolve(method)));
    return chain;
  }

  private static Request request(URI url) {
    return new Request.Builder().url(url.toString()).build();
  }

  private static Response answer(int status, String retryAfter) {
    Response.Builder answer =
        new Response.Builder()
            .request(request(API))
            .protocol(Protocol.HTTP_2)
            .code(status)
            .message("")
            .body(ResponseBody.create("", null));
    return retryAfter.isEmpty() ? answer.build() : answer.header("Retry-After", retryAfter).build();
  }
}
