package dev.mailbrake.ops;

import java.util.function.BooleanSupplier;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * {@code /health/live}: the process answers; it never depends on Slack or Zoho, since a restart
 * mends neither. {@code /health/ready}: the record can be written.
 */
public final class HealthHandler extends Handler.Abstract {
  private final BooleanSupplier recordIsWritable;

  public HealthHandler(BooleanSupplier recordIsWritable) {
    this.recordIsWritable = recordIsWritable;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    switch (Request.getPathInContext(request)) {
      case "/health/live" -> answer(HttpStatus.OK_200, "alive\n", response, callback);
      case "/health/ready" -> ready(response, callback);
      default -> {
        return false;
      }
    }
    return true;
  }

  private void ready(Response response, Callback callback) {
    if (recordIsWritable.getAsBoolean()) {
      answer(HttpStatus.OK_200, "ready\n", response, callback);
    } else {
      answer(
          HttpStatus.SERVICE_UNAVAILABLE_503,
          "not ready: the database cannot be written\n",
          response,
          callback);
    }
  }

  private static void answer(int status, String text, Response response, Callback callback) {
    response.setStatus(status);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/plain; charset=utf-8");
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
    Content.Sink.write(response, true, text, callback);
  }
}
