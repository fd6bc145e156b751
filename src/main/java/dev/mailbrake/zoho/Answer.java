package dev.mailbrake.zoho;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.mailbrake.check.HttpHeaders;
import feign.Response;
import feign.Util;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Zoho's answer. Its shapes: the documented object, the array that reports a missing scope, an
 * error inside HTTP 200, a web page, nothing.
 *
 * @param body the JSON; a missing node if the body was empty or not JSON
 * @param empty whether there was no body, which is not the same as no JSON
 * @param retryAfter from a Retry-After header in seconds, at most a quarter of an hour
 * @param date from the Date header, to the second
 */
record Answer(
    int status,
    JsonNode body,
    boolean empty,
    Optional<Duration> retryAfter,
    Optional<Instant> date) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** No header may put a confirmed change to sleep for a day. */
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);

  static Answer read(Response response) throws IOException {
    try (response) {
      String text =
          response.body() == null
              ? ""
              : Util.toString(response.body().asReader(StandardCharsets.UTF_8));
      return new Answer(
          response.status(),
          json(text),
          text.isBlank(),
          header(response, "retry-after")
              .flatMap(HttpHeaders::retryAfter)
              .map(pause -> pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause),
          header(response, "date").flatMap(HttpHeaders::date));
    }
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException notJson) {
      return MissingNode.getInstance();
    }
  }

  /** Feign finds a header in either case. */
  private static Optional<String> header(Response response, String name) {
    return response.headers().getOrDefault(name, List.of()).stream().findFirst();
  }

  /** HTTP success and, if there is a body, a {@code status.code} of 200 or 201 in it. */
  boolean isSuccess() {
    if (status / 100 != 2) {
      return false;
    }
    if (empty) {
      return true;
    }
    boolean codeIsGood =
        bodyStatus().matches("20[01]") || (bodyStatus().isEmpty() && data().isContainerNode());
    return codeIsGood && errorCode().isEmpty();
  }

  /**
   * Whether Zoho itself wrote it: its JSON has a {@code status.code}, or an error code under {@code
   * data} or in an array. A proxy's page, a firewall's JSON or an empty body proves nothing and is
   * never quoted as Zoho's.
   */
  boolean isFromZoho() {
    return bodyStatus().matches("[1-5][0-9]{2}")
        || data().path("errorCode").isTextual()
        || (body.isArray() && first().path("errorCode").isTextual());
  }

  /** As every successful answer to a read does. */
  boolean hasData() {
    return isSuccess() && data().isContainerNode();
  }

  /** The status in the body if HTTP reports success, else that of HTTP. */
  int effectiveStatus() {
    return status / 100 == 2 && bodyStatus().matches("[1-5][0-9]{2}")
        ? Integer.parseInt(bodyStatus())
        : status;
  }

  /** {@code status.code} in the body, where it is a number or a string; empty if missing. */
  String bodyStatus() {
    return firstText(body.path("status").path("code"));
  }

  /** A missing node if there is none. */
  JsonNode data() {
    return body.path("data");
  }

  /** Empty if there is none. */
  String errorCode() {
    return firstText(
        data().path("errorCode"),
        data().path("error"),
        first().path("errorCode"),
        first().path("error").path("title"),
        first().path("error"));
  }

  /** Zoho's words about an error; empty if there are none besides {@link #description}. */
  String reason() {
    return firstText(
        data().path("moreInfo"),
        first().path("error").path("details").path("message"),
        first().path("error_description"),
        first().path("msg"));
  }

  /** {@code status.description}, which names the HTTP status and rarely more. */
  String description() {
    return firstText(body.path("status").path("description"));
  }

  /** The object itself, or the first object inside a top-level array. */
  private JsonNode first() {
    if (!body.isArray()) {
      return body;
    }
    for (JsonNode element : body) {
      if (element.isObject()) {
        return element;
      }
    }
    return body;
  }

  private static String firstText(JsonNode... places) {
    return Stream.of(places)
        .filter(place -> place.isValueNode() && !place.isNull())
        .map(JsonNode::asText)
        .filter(text -> !text.isBlank())
        .findFirst()
        .orElse("");
  }
}
