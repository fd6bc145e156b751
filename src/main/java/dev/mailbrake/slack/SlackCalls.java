package dev.mailbrake.slack;

import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;
import com.slack.api.methods.request.chat.ChatPostMessageRequest.ChatPostMessageRequestBuilder;
import com.slack.api.methods.response.chat.ChatPostMessageResponse;
import dev.mailbrake.request.port.Delivery;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** Makes the Web API calls that tell people something, and keeps the pauses Slack asks for. */
final class SlackCalls {
  private static final Pause NONE = new Pause(Instant.EPOCH, Instant.EPOCH);

  private final SlackApi api;
  private final Clock clock;

  /** By method: a limit may be for one channel only ("Rate limits"), but Slack does not say so. */
  private final Map<String, Pause> pauses = new ConcurrentHashMap<>();

  SlackCalls(SlackApi api, Clock clock) {
    this.api = api;
    this.clock = clock;
  }

  Delivery<ChatPostMessageResponse> post(UnaryOperator<ChatPostMessageRequestBuilder> message) {
    return attempt(
        "chat.postMessage",
        methods ->
            methods.chatPostMessage(
                post -> message.apply(post.unfurlLinks(false).unfurlMedia(false))));
  }

  /** Makes a single call; retrying is up to the caller. */
  <R extends SlackApiTextResponse> Delivery<R> attempt(String method, Call<R> call) {
    Duration left = pauses.getOrDefault(method, NONE).left(clock.instant());
    if (left.compareTo(Duration.ZERO) > 0) {
      return new Delivery.Later<>(SlackRefusal.RATE_LIMITED, left);
    }
    try {
      R response = call.make(api.methods());
      return response.isOk() ? new Delivery.Delivered<>(response) : SlackRefusal.of(response);
    } catch (IOException | SlackApiException | RuntimeException broken) {
      Delivery.Later<R> later = SlackRefusal.of(broken);
      if (!later.pause().isZero()) {
        pause(method, later.pause());
      }
      return later;
    }
  }

  private void pause(String method, Duration pause) {
    Instant now = clock.instant();
    Pause begun = new Pause(now, now.plus(pause));
    pauses.merge(method, begun, (one, next) -> one.left(now).compareTo(pause) > 0 ? one : next);
  }

  interface Call<R> {
    R make(MethodsClient methods) throws IOException, SlackApiException;
  }

  private record Pause(Instant begins, Instant ends) {
    /** Zero or less once it is over; a clock that is set back before its beginning ends it too. */
    Duration left(Instant now) {
      return now.isBefore(begins) ? Duration.ZERO : Duration.between(now, ends);
    }
  }
}
