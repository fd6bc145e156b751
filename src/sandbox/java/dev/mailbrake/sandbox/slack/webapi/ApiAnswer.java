package dev.mailbrake.sandbox.slack.webapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mailbrake.sandbox.slack.protocol.Json;
import dev.mailbrake.sandbox.slack.protocol.SlackError;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The stand-in's answer to one of the bot's HTTP requests.
 *
 * @param outcome {@code ok} or the error, for the list of calls
 */
record ApiAnswer(int status, Map<String, String> headers, String body, String outcome) {

  ApiAnswer {
    headers = Map.copyOf(headers);
  }

  /** The result, or the refusal in its place. */
  static ApiAnswer to(Supplier<ObjectNode> call) {
    try {
      return ok(call.get());
    } catch (SlackError refusal) {
      return refused(refusal);
    } catch (RateLimited tooFast) {
      return rateLimited(tooFast.retryAfterSeconds());
    }
  }

  static ApiAnswer ok(ObjectNode details) {
    ObjectNode body = Json.object().put("ok", true);
    body.setAll(details);
    return json(200, body, "ok");
  }

  static ApiAnswer refused(SlackError refusal) {
    return json(200, refusal.body(), refusal.error());
  }

  static ApiAnswer rateLimited(long retryAfterSeconds) {
    ObjectNode body = Json.object().put("ok", false).put("error", "ratelimited");
    return json(429, body, "ratelimited")
        .with("Retry-After", Long.toString(Math.max(1, retryAfterSeconds)));
  }

  static ApiAnswer plain(int status, String text) {
    Map<String, String> headers = Map.of("Content-Type", "text/plain; charset=utf-8");
    return new ApiAnswer(status, headers, text, status == 200 ? "ok" : text);
  }

  ApiAnswer with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new ApiAnswer(status, more, body, outcome);
  }

  private static ApiAnswer json(int status, ObjectNode body, String outcome) {
    Map<String, String> headers = Map.of("Content-Type", "application/json; charset=utf-8");
    return new ApiAnswer(status, headers, body.toString(), outcome);
  }
}
