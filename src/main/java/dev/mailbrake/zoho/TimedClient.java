package dev.mailbrake.zoho;

import dev.mailbrake.metrics.Meters;
import dev.mailbrake.metrics.Metric;
import feign.Client;
import feign.Request;
import feign.Response;
import java.io.IOException;
import java.net.http.HttpTimeoutException;

/** A client whose calls are timed, by what was called and what came of it. */
final class TimedClient implements Client {
  private final Client client;
  private final AnswerReader reader;
  private final Meters meters;

  /**
   * @param client one whose responses can be read twice
   */
  TimedClient(Client client, AnswerReader reader, Meters meters) {
    this.client = client;
    this.reader = reader;
    this.meters = meters;
  }

  @Override
  public Response execute(Request request, Request.Options options) throws IOException {
    Meters.Timing timing = meters.begin();
    try {
      Response response = client.execute(request, options);
      timing.end(Metric.ZOHO_CALLS, call(request), result(response));
      return response;
    } catch (IOException broken) {
      boolean late = broken instanceof HttpTimeoutException;
      timing.end(Metric.ZOHO_CALLS, call(request), late ? "timeout" : "network");
      throw broken;
    }
  }

  private static String call(Request request) {
    return switch (request.httpMethod()) {
      case POST -> "token";
      case PUT -> "update";
      default -> request.url().endsWith("/api/accounts") ? "accounts" : "account";
    };
  }

  private String result(Response response) throws IOException {
    Answer answer = reader.read(response);
    if (answer.isSuccess() || answer.body().path("access_token").isTextual()) {
      return "ok";
    }
    // The login server's own word for "too many"; see TokenRequest.
    boolean tooMany = answer.body().path("status").asText("").equals("failure");
    if (tooMany || Refusal.isThrottling(answer)) {
      return "throttled";
    }
    return answer.meant() / 100 == 4 || !answer.body().path("error").asText("").isEmpty()
        ? "refused"
        : "error";
  }
}
