package dev.mailbrake.ops;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Answers a request that is refused, without a body. */
final class EmptyAnswer {
  private EmptyAnswer() {}

  /** Always true, for a handler to return. */
  static boolean with(int status, Response response, Callback callback) {
    response.setStatus(status);
    response.write(true, null, callback);
    return true;
  }

  /** 405 with the {@code Allow} header that RFC 9110 requires. */
  static boolean allowing(Response response, Callback callback, HttpMethod... allowed) {
    response
        .getHeaders()
        .put(
            HttpHeader.ALLOW,
            Arrays.stream(allowed).map(HttpMethod::asString).collect(Collectors.joining(", ")));
    return with(HttpStatus.METHOD_NOT_ALLOWED_405, response, callback);
  }
}
