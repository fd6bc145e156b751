package dev.mailbrake.zoho;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What Zoho answered, read by shape: the documented object, the array form of a missing scope, an
 * error inside HTTP 200, a web page, nothing.
 *
 * @param status the HTTP status
 * @param body the JSON; a missing node if the body was empty or not JSON
 * @param empty whether there was no body at all
 * @param retryAfter what a Retry-After header said in seconds, if there was one
 * @param date when it was sent by the sender's clock, to the second, if it says so
 */
record Answer(
    int status,
    JsonNode body,
    boolean empty,
    Optional<Duration> retryAfter,
    Optional<Instant> date) {

  /** HTTP success and, where there is a body, a {@code status.code} of 200 or 201 in it. */
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
   * Whether Zoho itself wrote it, going by the shape: its JSON carries a {@code status.code}, or an
   * error code under {@code data} or in an array. A proxy's page, a firewall's JSON and an empty
   * body are somebody else's word, which proves nothing and is never quoted as Zoho's.
   */
  boolean isZohos() {
    return bodyStatus().matches("[1-5][0-9]{2}")
        || data().path("errorCode").isTextual()
        || (body.isArray() && first().path("errorCode").isTextual());
  }

  /** Whether it is a success that brings data, as every answer to a read does. */
  boolean bringsData() {
    return isSuccess() && data().isContainerNode();
  }

  /** The status that counts: the one in the body where an error travels inside HTTP success. */
  int meant() {
    return status / 100 == 2 && bodyStatus().matches("[1-5][0-9]{2}")
        ? Integer.parseInt(bodyStatus())
        : status;
  }

  /** {@code status.code} in the body, a number or a string there; empty if there is none. */
  String bodyStatus() {
    return firstText(body.path("status").path("code"));
  }

  /** Zoho's data; a missing node if there is none. */
  JsonNode data() {
    return body.path("data");
  }

  /** Zoho's code for an error, wherever this shape has it; else empty. */
  String errorCode() {
    return firstText(
        data().path("errorCode"),
        data().path("error"),
        first().path("errorCode"),
        first().path("error").path("title"),
        first().path("error"));
  }

  /** Zoho's words for an error; empty if it only repeats the HTTP status. */
  String reason() {
    return firstText(
        data().path("moreInfo"),
        first().path("error").path("details").path("message"),
        first().path("error_description"),
        first().path("msg"));
  }

  /** {@code status.description}, which names the HTTP status and seldom more. */
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
