package dev.mailbrake.sandbox.slack.delivery;

import java.net.http.HttpResponse;
import java.time.Duration;

/**
 * The bot's answer.
 *
 * @param error what Slack shows the person instead, empty if all is well
 */
public record BotAnswer(int status, String contentType, String body, Duration took, String error) {

  static BotAnswer of(HttpResponse<String> response, Duration took) {
    String type = response.headers().firstValue("Content-Type").orElse("");
    String error = response.statusCode() == 200 ? "" : "http_service_error";
    return new BotAnswer(response.statusCode(), type, response.body(), took, error);
  }

  /** An acknowledgement through a socket; the body is that of an answer over HTTP. */
  public static BotAnswer acknowledged(String body, Duration took) {
    return new BotAnswer(200, "application/json", body, took, "");
  }

  public static BotAnswer failed(String error, Duration took) {
    return new BotAnswer(0, "", "", took, error);
  }

  public boolean isJson() {
    return contentType.startsWith("application/json");
  }

  public BotAcknowledgement acknowledgement() {
    return new BotAcknowledgement(status, body, took);
  }
}
