package dev.mailbrake.ops;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * {@code /health/live}: the process answers; never depends on Slack or Zoho, since a restart fixes
 * neither. {@code /health/ready}: nothing that it needs is missing.
 */
public final class HealthHandler extends Handler.Abstract {
  private static final String LIVE = "/health/live";
  private static final String PLAIN = "text/plain; charset=utf-8";
  private static final String READY = "/health/ready";

  private final List<Need> needs;

  public HealthHandler(List<Need> needs) {
    this.needs = List.copyOf(needs);
  }

  /** What Mailbrake cannot work without; {@code problem} has no period. */
  public record Need(BooleanSupplier isMet, String problem) {}

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    String path = Request.getPathInContext(request);
    if (!path.equals(LIVE) && !path.equals(READY)) {
      return false;
    }
    if (!HttpMethod.GET.is(request.getMethod()) && !HttpMethod.HEAD.is(request.getMethod())) {
      return Answers.methodNotAllowed(response, callback, HttpMethod.GET, HttpMethod.HEAD);
    }
    if (path.equals(LIVE)) {
      return Answers.text(HttpStatus.OK_200, PLAIN, "alive\n", response, callback);
    }
    Optional<Need> missing =
        needs.stream().filter(need -> !need.isMet().getAsBoolean()).findFirst();
    return Answers.text(
        missing.isEmpty() ? HttpStatus.OK_200 : HttpStatus.SERVICE_UNAVAILABLE_503,
        PLAIN,
        missing.map(need -> "not ready: " + need.problem() + "\n").orElse("ready\n"),
        response,
        callback);
  }
}
