package dev.mailbrake.sandbox.slack.delivery;

import dev.mailbrake.sandbox.slack.FakeSlack;
import dev.mailbrake.sandbox.slack.protocol.FormEncoding;
import dev.mailbrake.sandbox.slack.protocol.Json;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A request to the bot before it is sent: as Slack would make it, or broken on purpose.
 *
 * @param at the second in its signature; empty means the clock's current time
 * @param secret signs it, unless it is empty
 * @param headers set last, overriding Slack's
 */
public record BotRequest(
    String body,
    String contentType,
    Optional<Instant> at,
    String secret,
    Map<String, String> headers) {

  public BotRequest {
    headers = Map.copyOf(headers);
  }

  /** A correctly signed form. */
  public static BotRequest of(String body) {
    return new BotRequest(
        body, FormEncoding.CONTENT_TYPE, Optional.empty(), FakeSlack.SIGNING_SECRET, Map.of());
  }

  /** A correctly signed event, or anything else that comes as JSON. */
  public static BotRequest ofJson(String body) {
    return of(body).contentType("application/json");
  }

  /** What Slack sends when an event URL is entered; the bot must answer the challenge. */
  public static BotRequest urlVerification(String challenge) {
    return ofJson(
        Json.object()
            .put("token", "deprecated")
            .put("challenge", challenge)
            .put("type", "url_verification")
            .toString());
  }

  static BotRequest of(Map<String, String> form) {
    return of(FormEncoding.encode(form));
  }

  public BotRequest contentType(String type) {
    return new BotRequest(body, type, at, secret, headers);
  }

  public BotRequest signedAt(Instant second) {
    return new BotRequest(body, contentType, Optional.of(second), secret, headers);
  }

  public BotRequest signedWith(String otherSecret) {
    return new BotRequest(body, contentType, at, otherSecret, headers);
  }

  public BotRequest unsigned() {
    return signedWith("");
  }

  public BotRequest header(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new BotRequest(body, contentType, at, secret, more);
  }
}
