package dev.mailbrake.slack;

import com.slack.api.Slack;
import com.slack.api.app_backend.interactive_components.ActionResponseSender;
import com.slack.api.app_backend.interactive_components.response.ActionResponse;
import com.slack.api.webhook.WebhookResponse;
import dev.mailbrake.request.CardPlace;
import dev.mailbrake.request.Delivery;
import dev.mailbrake.request.ReplyUrl;
import java.io.IOException;

/**
 * Answers by the url that came with a command or a click: five times within thirty minutes, also
 * where the bot is not in the channel ("Handling user interaction").
 */
final class ResponseUrl {
  private static final int OK = 200;

  private final ActionResponseSender sender;

  ResponseUrl(Slack slack) {
    sender = new ActionResponseSender(slack);
  }

  /** Posts once; the place in the answer has one use less. */
  Delivery send(CardPlace place, ActionResponse message) {
    Delivery answer = send(place.replyUrl(), message);
    return answer instanceof Delivery.Delivered
        ? new Delivery.Delivered(place.byReplyUrl())
        : answer;
  }

  /** Posts once. */
  Delivery send(ReplyUrl url, ActionResponse message) {
    try {
      WebhookResponse response = sender.send(url.url(), message);
      return response.getCode() == OK
          ? new Delivery.Delivered(CardPlace.none())
          : Refusal.of(response);
    } catch (IOException | RuntimeException broken) {
      return Refusal.of(broken);
    }
  }
}
