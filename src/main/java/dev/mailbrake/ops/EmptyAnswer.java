package dev.mailbrake.ops;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** An answer without a body to what is not done. */
final class EmptyAnswer {
  private EmptyAnswer() {}

  /** Answers with the status; always true, as a handler that has answered. */
  static boolean with(int status, Response response, Callback callback) {
    response.setStatus(status);
    response.write(true, null, callback);
    return true;
  }

  /** Answers that the path is there for other methods only, as RFC 9110 wants it. */
  static boolean allowing(Response response, Callback callback, HttpMethod... allowed) {
    response
        .getHeaders()
        .put(
            HttpHeader.ALLOW,
            Arrays.stream(allowed).map(HttpMethod::asString).collect(Collectors.joining(", ")));
    return with(HttpStatus.METHOD_NOT_ALLOWED_405, response, callback);
  }
}
