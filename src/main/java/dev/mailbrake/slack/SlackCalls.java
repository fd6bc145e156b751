package dev.mailbrake.slack;

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
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** One way out to the Web API for what tells somebody something: it keeps the pauses Slack asks. */
public final class SlackCalls {
  private final SlackApi api;
  private final MethodPauses pauses;

  public SlackCalls(SlackApi api, Clock clock) {
    this.api = api;
    pauses = new MethodPauses(clock);
  }

  Delivery<ChatPostMessageResponse> post(UnaryOperator<ChatPostMessageRequestBuilder> message) {
    return attempt(
        "chat.postMessage",
        () ->
            api.methods()
                .chatPostMessage(
                    post -> message.apply(post.unfurlLinks(false).unfurlMedia(false))));
  }

  /** Makes a single call; retrying is up to the caller. */
  <R extends SlackApiTextResponse> Delivery<R> attempt(String method, Call<R> call) {
    Duration left = pauses.left(method);
    if (left.compareTo(Duration.ZERO) > 0) {
      return new Delivery.Later<>(SlackRefusal.RATE_LIMITED, left);
    }
    try {
      R response = call.make();
      return response.isOk() ? new Delivery.Delivered<>(response) : SlackRefusal.of(response);
    } catch (IOException | SlackApiException | RuntimeException broken) {
      Delivery<R> refusal = SlackRefusal.of(broken);
      if (refusal instanceof Delivery.Later<R> later && !later.pause().isZero()) {
        pauses.begin(method, later.pause());
      }
      return refusal;
    }
  }

  interface Call<R> {
    R make() throws IOException, SlackApiException;
  }

  /**
   * Until when Slack wants no more calls of a method. Some limits are a channel's only ("Rate
   * limits"), but Slack does not say which was met, so what one message was told holds for all.
   */
  private static final class MethodPauses {
    private final Map<String, MethodPause> pauses = new ConcurrentHashMap<>();
    private final Clock clock;

    MethodPauses(Clock clock) {
      this.clock = clock;
    }

    void begin(String method, Duration pause) {
      Instant now = clock.instant();
      MethodPause begun = new MethodPause(now, now.plus(pause));
      pauses.merge(method, begun, (one, next) -> one.left(now).compareTo(pause) > 0 ? one : next);
    }

    /** What is left of it; zero or less if the method may be called. */
    Duration left(String method) {
      Instant now = clock.instant();
      return Optional.ofNullable(pauses.get(method)).map(it -> it.left(now)).orElse(Duration.ZERO);
    }

    private record MethodPause(Instant begins, Instant ends) {
      /** A clock that was set back before its beginning ends it. */
      Duration left(Instant now) {
        return now.isBefore(begins) ? Duration.ZERO : Duration.between(now, ends);
      }
    }
  }
}
