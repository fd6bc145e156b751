package dev.mailbrake.sandbox.slack.webapi;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.mailbrake.sandbox.slack.protocol.FormEncoding;
import dev.mailbrake.sandbox.slack.protocol.MethodArguments;
import dev.mailbrake.sandbox.slack.protocol.SlackError;
import java.io.IOException;
import java.util.Objects;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;

/**
 * One of the bot's HTTP requests.
 *
 * @param verb {@code GET} or {@code POST}
 * @param authorization the header of that name, empty if absent
 */
record ApiRequest(
    String verb, String path, String contentType, String authorization, String query, String body) {

  /** The name of response URLs in the list of calls and for faults. */
  static final String RESPONSE_URL = "response_url";

  private static final String API = "/api/";
  private static final String BEARER = "Bearer ";

  static ApiRequest read(Request request) throws IOException {
    return new ApiRequest(
        request.getMethod(),
        Request.getPathInContext(request),
        header(request, HttpHeader.CONTENT_TYPE),
        header(request, HttpHeader.AUTHORIZATION),
        Objects.requireNonNullElse(request.getHttpURI().getQuery(), ""),
        Content.Source.asString(request, UTF_8));
  }

  boolean isApiCall() {
    return path.startsWith(API);
  }

  /** Such as {@code chat.postMessage}, or {@link #RESPONSE_URL}. */
  String method() {
    return isApiCall() ? path.substring(API.length()) : RESPONSE_URL;
  }

  boolean isJson() {
    return contentType.startsWith("application/json");
  }

  /** The token in the header, empty if there is none. */
  String bearer() {
    return authorization.startsWith(BEARER) ? authorization.substring(BEARER.length()) : "";
  }

  MethodArguments arguments() {
    if (isJson()) {
      return MethodArguments.ofJson(body);
    }
    if (verb.equals("POST")
        && !contentType.startsWith(FormEncoding.CONTENT_TYPE)
        && !body.isEmpty()) {
      throw new SlackError("invalid_post_type");
    }
    return MethodArguments.ofForm(body.isEmpty() ? query : body);
  }

  /** For the list of calls; empty if the body cannot be read. */
  String summary() {
    try {
      return arguments().summary();
    } catch (SlackError unreadable) {
      return "";
    }
  }

  private static String header(Request request, HttpHeader name) {
    return Objects.requireNonNullElse(request.getHeaders().get(name), "");
  }
}
