package dev.mailbrake.slack;

import dev.mailbrake.metrics.Meters;
import dev.mailbrake.metrics.Metric;
import java.io.IOException;
import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/** Times all calls to Slack, by method and result. */
final class TimedCalls implements Interceptor {
  /** Enough for a refusal, which is short and begins with the error. */
  private static final int PEEKED_BYTES = 1024;

  private static final Pattern REFUSED = Pattern.compile("\"ok\"\\s*:\\s*false");
  private static final Pattern ERROR = Pattern.compile("\"error\"\\s*:\\s*\"([a-z_]{1,40})\"");

  private final URI api;
  private final Meters meters;

  TimedCalls(URI api, Meters meters) {
    this.api = api;
    this.meters = meters;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    String method = method(api, chain.request());
    Meters.Timing timing = meters.begin();
    try {
      Response response = chain.proceed(chain.request());
      timing.end(Metric.SLACK_CALLS, method, result(response));
      return response;
    } catch (IOException broken) {
      timing.end(Metric.SLACK_CALLS, method, "network");
      throw broken;
    }
  }

  /** The Web API's method; {@code response_url} for all else, because that URL's path is a key. */
  static String method(URI api, Request request) {
    URI rest = api.relativize(request.url().uri());
    return rest.isAbsolute() ? "response_url" : rest.getPath();
  }

  private static String result(Response response) throws IOException {
    if (response.code() == 429) {
      return "ratelimited";
    }
    if (response.code() != 200) {
      return "http_" + response.code() / 100 + "xx";
    }
    String start = response.peekBody(PEEKED_BYTES).string();
    if (!REFUSED.matcher(start).find()) {
      return "ok";
    }
    Matcher error = ERROR.matcher(start);
    return error.find() ? error.group(1) : "refused";
  }
}
