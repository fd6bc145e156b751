package dev.mailbrake.slack;

import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;
import com.slack.api.methods.request.chat.ChatPostMessageRequest.ChatPostMessageRequestBuilder;
import com.slack.api.methods.response.chat.ChatPostMessageResponse;
import dev.mailbrake.request.model.CardPlace;
import dev.mailbrake.request.port.Delivery;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** One way out to the Web API for what tells somebody something: it keeps the pauses Slack asks. */
public final class SlackCalls {
  private final SlackApi api;
  private final MethodPauses pauses;

  public SlackCalls(SlackApi api, Clock clock) {
    this.api = api;
    pauses = new MethodPauses(clock);
  }

  /** Posts a message whose place nobody has to know, into a channel or to a person. */
  Delivery post(UnaryOperator<ChatPostMessageRequestBuilder> message) {
    return post(message, posted -> new Delivery.Delivered(CardPlace.none()), why -> why);
  }

  /**
   * Posts a message.
   *
   * @param delivered what it comes to, given Slack's answer
   * @param otherwise what is left to do where it can never be posted
   */
  Delivery post(
      UnaryOperator<ChatPostMessageRequestBuilder> message,
      Function<ChatPostMessageResponse, Delivery> delivered,
      Function<Delivery.Impossible, Delivery> otherwise) {
    return attempt(
        "chat.postMessage",
        () ->
            api.methods()
                .chatPostMessage(post -> message.apply(post.unfurlLinks(false).unfurlMedia(false))),
        delivered,
        otherwise);
  }

  /**
   * One call.
   *
   * @param otherwise what is left to do where the call can never succeed
   */
  <R extends SlackApiTextResponse> Delivery attempt(
      String method,
      Call<R> call,
      Function<R, Delivery> delivered,
      Function<Delivery.Impossible, Delivery> otherwise) {
    Duration left = pauses.left(method);
    if (left.compareTo(Duration.ZERO) > 0) {
      return new Delivery.Later(SlackRefusal.RATE_LIMITED, left);
    }
    try {
      R response = call.make();
      if (response.isOk()) {
        return delivered.apply(response);
      }
      Delivery refusal = SlackRefusal.of(response);
      return refusal instanceof Delivery.Impossible why ? otherwise.apply(why) : refusal;
    } catch (IOException | SlackApiException | RuntimeException broken) {
      Delivery refusal = SlackRefusal.of(broken);
      if (refusal instanceof Delivery.Later later && !later.pause().isZero()) {
        pauses.begin(method, later.pause());
      }
      return refusal;
    }
  }

  /** One call of the Web API. */
  interface Call<R> {
    R make() throws IOException, SlackApiException;
  }
}
