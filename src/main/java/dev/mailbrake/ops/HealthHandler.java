package dev.mailbrake.ops;

import java.util.List;
import java.util.Optional;
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
 * mends neither. {@code /health/ready}: what it cannot work without is there.
 */
public final class HealthHandler extends Handler.Abstract {
  private final List<Need> needs;

  /**
   * @param needs asked in turn, until one is missing
   */
  public HealthHandler(List<Need> needs) {
    this.needs = List.copyOf(needs);
  }

  /**
   * Something that it cannot work without.
   *
   * @param otherwise what is wrong where it is missing, without a full stop
   */
  public record Need(BooleanSupplier isMet, String otherwise) {}

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
