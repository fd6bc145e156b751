package dev.mailbrake.sandbox.slack;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A request to the bot before it is sent: as Slack would make it, or spoiled on purpose.
 *
 * @param at the second in its signature; empty means the clock's now
 * @param secret signs it, unless it is empty
 * @param headers set last, over those that Slack would set
 */
public record Delivery(
    String body,
    String contentType,
    Optional<Instant> at,
    String secret,
    Map<String, String> headers) {

  public Delivery {
    headers = Map.copyOf(headers);
  }

  /** A form, rightly signed. */
  public static Delivery of(String body) {
    return new Delivery(
        body, Form.CONTENT_TYPE, Optional.empty(), FakeSlack.SIGNING_SECRET, Map.of());
  }

  /** An event or whatever else comes as JSON, rightly signed. */
  public static Delivery ofJson(String body) {
    return of(body).contentType("application/json");
  }

  /** What Slack sends when an event address is entered; the bot has to answer the challenge. */
  public static Delivery urlVerification(String challenge) {
    return ofJson(
        Json.object()
            .put("token", "deprecated")
            .put("challenge", challenge)
            .put("type", "url_verification")
            .toString());
  }

  static Delivery of(Map<String, String> form) {
    return of(Form.encode(form));
  }

  public Delivery contentType(String type) {
    return new Delivery(body, type, at, secret, headers);
  }

  public Delivery signedAt(Instant second) {
    return new Delivery(body, contentType, Optional.of(second), secret, headers);
  }

  public Delivery signedWith(String otherSecret) {
    return new Delivery(body, contentType, at, otherSecret, headers);
  }

  public Delivery unsigned() {
    return signedWith("");
  }

  public Delivery header(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Delivery(body, contentType, at, secret, more);
  }
}
