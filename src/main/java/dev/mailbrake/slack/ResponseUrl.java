package dev.mailbrake.slack;

import com.slack.api.Slack;
import com.slack.api.app_backend.interactive_components.response.ActionResponse;
import com.slack.api.util.http.SlackHttpClient;
import dev.mailbrake.request.CardPlace;
import dev.mailbrake.request.Delivery;
import dev.mailbrake.request.ReplyUrl;
import java.io.IOException;
import okhttp3.Response;

/**
 * Answers by the url that came with a command or a click: five times within thirty minutes, also
 * where the bot is not in the channel ("Handling user interaction").
 */
final class ResponseUrl {
  private static final int OK = 200;

  private final SlackHttpClient http;

  ResponseUrl(Slack slack) {
    http = slack.getHttpClient();
  }

  /** Posts once; the place in the answer has one use less. */
  Delivery send(CardPlace place, ActionResponse message) {
    Delivery answer = send(place.replyUrl(), message);
    return answer instanceof Delivery.Delivered
        ? new Delivery.Delivered(place.byReplyUrl())
        : answer;
  }

  /** Posts once. The SDK's own sender keeps the answer's headers, and so Retry-After, to itself. */
  Delivery send(ReplyUrl url, ActionResponse message) {
    try (Response response = http.postJsonBody(url.url(), message)) {
      return response.code() == OK
          ? new Delivery.Delivered(CardPlace.none())
          : Refusal.of(response);
    } catch (IOException | RuntimeException broken) {
      return Refusal.of(broken);
    }
  }
}
