package dev.mailbrake.ops;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * {@code /health/live}: the process answers; never depends on Slack or Zoho, since a restart fixes
 * neither. {@code /health/ready}: everything that it needs to work is there.
 */
public final class HealthHandler extends Handler.Abstract {
  private static final String LIVE = "/health/live";
  private static final String READY = "/health/ready";

  private final List<Need> needs;

  public HealthHandler(List<Need> needs) {
    this.needs = List.copyOf(needs);
  }

  /**
   * Something that it cannot work without.
   *
   * @param otherwise what is wrong if it is missing, without a period
   */
  public record Need(BooleanSupplier isMet, String otherwise) {}

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    String path = Request.getPathInContext(request);
    if (!path.equals(LIVE) && !path.equals(READY)) {
      return false;
    }
    if (!HttpMethod.GET.is(request.getMethod()) && !HttpMethod.HEAD.is(request.getMethod())) {
      return EmptyAnswer.allowing(response, callback, HttpMethod.GET, HttpMethod.HEAD);
    }
    if (path.equals(LIVE)) {
      answer(HttpStatus.OK_200, "alive\n", response, callback);
    } else {
      ready(response, callback);
    }
    return true;
  }

  private void ready(Response response, Callback callback) {
    Optional<Need> missing =
        needs.stream().filter(need -> !need.isMet().getAsBoolean()).findFirst();
    answer(
        missing.isEmpty() ? HttpStatus.OK_200 : HttpStatus.SERVICE_UNAVAILABLE_503,
        missing.map(need -> "not ready: " + need.otherwise() + "\n").orElse("ready\n"),
        response,
        callback);
  }

  private static void answer(int status, String text, Response response, Callback callback) {
    response.setStatus(status);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/plain; charset=utf-8");
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
    Content.Sink.write(response, true, text, callback);
  }
}
