package dev.mailbrake.ops;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Answers a request; always true, for a handler to return. */
final class Answers {
  private Answers() {}

  static boolean empty(int status, Response response, Callback callback) {
    response.setStatus(status);
    response.write(true, null, callback);
    return true;
  }

  /** 405 with the {@code Allow} header that RFC 9110 requires. */
  static boolean methodNotAllowed(Response response, Callback callback, HttpMethod... allowed) {
    response
        .getHeaders()
        .put(
            HttpHeader.ALLOW,
            Arrays.stream(allowed).map(HttpMethod::asString).collect(Collectors.joining(", ")));
    return empty(HttpStatus.METHOD_NOT_ALLOWED_405, response, callback);
  }

  /** An answer that nobody caches. */
  static boolean text(
      int status, String contentType, String body, Response response, Callback callback) {
    response.setStatus(status);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, contentType);
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
    Content.Sink.write(response, true, body, callback);
    return true;
  }
}
