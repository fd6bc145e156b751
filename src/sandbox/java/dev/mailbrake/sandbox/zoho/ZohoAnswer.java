package dev.mailbrake.sandbox.zoho;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * Zoho's answer to a request, and how it is delivered.
 *
 * @param write the change it reports, or null if nothing took effect
 */
record ZohoAnswer(
    int status, String contentType, String body, Arrival delivery, @Nullable ZohoWrite write) {

  static ZohoAnswer json(int status, JsonNode body) {
    return new ZohoAnswer(
        status, "application/json;charset=UTF-8", body.toString(), Arrival.AT_ONCE, null);
  }

  static ZohoAnswer page(int status, String title) {
    String html =
        "<html><head><title>" + title + "</title></head><body>" + title + "</body></html>";
    return new ZohoAnswer(status, "text/html;charset=UTF-8", html, Arrival.AT_ONCE, null);
  }

  static ZohoAnswer empty() {
    return new ZohoAnswer(200, "application/json;charset=UTF-8", "", Arrival.AT_ONCE, null);
  }

  ZohoAnswer reporting(ZohoWrite effect) {
    return new ZohoAnswer(status, contentType, body, delivery, effect);
  }

  ZohoAnswer delivered(Arrival way) {
    return new ZohoAnswer(status, contentType, body, way, write);
  }

  /** The status that the client sees, or 0. */
  int seenStatus() {
    return switch (delivery) {
      case AT_ONCE, LATE, CUT -> status;
      case SILENCE, HANG_UP -> 0;
    };
  }

  /** How an answer reaches the client. */
  enum Arrival {
    AT_ONCE,
    LATE,
    /** Half of it, then a connection reset. */
    CUT,
    /** No answer; the connection closes after the delay. */
    SILENCE,
    /** No answer; the connection closes at once. */
    HANG_UP
  }
}
