package dev.mailbrake.zoho;

import dev.mailbrake.metrics.Meters;
import dev.mailbrake.metrics.Metric;
import feign.Client;
import feign.Feign;
import feign.Request;
import feign.Response;
import feign.Retryer;
import feign.http2client.Http2Client;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpTimeoutException;
import java.time.Duration;

/** HTTP to Zoho's servers, with time limits. Retries nothing, follows no redirect, logs nothing. */
final class ZohoHttp {
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(3);

  /** Short enough to wait for a second try; a change that gets no answer is read back later. */
  private static final Duration READ_TIMEOUT = Duration.ofSeconds(6);

  static {
    // Java's client reads these when it loads, and they cannot be set anywhere else. A server or a
    // NAT forgets a connection long before the 20 minutes for which Java would keep it; and a call
    // that Java repeated silently would be missing in the minute's budget.
    setUnlessSet("jdk.httpclient.keepalive.timeout", "5");
    setUnlessSet("jdk.httpclient.redirects.retrylimit", "1");
  }

  private final Client client;
  private final Duration readTimeout;

  private ZohoHttp(Client client, Duration readTimeout) {
    this.client = client;
    this.readTimeout = readTimeout;
  }

  /** Without metrics. Opens no connection yet. */
  static ZohoHttp open() {
    return open(Meters.off(), READ_TIMEOUT);
  }

  static ZohoHttp open(Meters meters) {
    return open(meters, READ_TIMEOUT);
  }

  /** Applies the timeout to the headers, and then again to the body. */
  static ZohoHttp open(Meters meters, Duration readTimeout) {
    HttpClient http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT_TIMEOUT)
            .build();
    Client whole = new WholeResponses(new Http2Client(http), readTimeout);
    return new ZohoHttp(new TimedClient(whole, meters), readTimeout);
  }

  private static void setUnlessSet(String property, String value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, value);
    }
  }

  LoginServer login(URI base) {
    return new LoginServer(api(LoginServer.Api.class, base));
  }

  MailApi mail(URI base) {
    return api(MailApi.class, base);
  }

  private <T> T api(Class<T> type, URI base) {
    return Feign.builder()
        .client(client)
        .encoder((body, as, request) -> request.body(encoded(body)))
        .responseInterceptor((call, next) -> Answer.read(call.response()))
        .retryer(Retryer.NEVER_RETRY)
        .options(new Request.Options(CONNECT_TIMEOUT, readTimeout, false))
        .target(type, base.toString());
  }

  private static String encoded(Object body) {
    return body instanceof TokenBody form ? form.encoded() : body.toString();
  }

  /** Measures each call. Needs a client whose responses can be read twice. */
  private record TimedClient(Client client, Meters meters) implements Client {
    @Override
    public Response execute(Request request, Request.Options options) throws IOException {
      Meters.Timing timing = meters.begin();
      try {
        Response response = client.execute(request, options);
        timing.end(Metric.ZOHO_CALLS, call(request), result(Answer.read(response)));
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

    private static String result(Answer answer) {
      if (answer.isSuccess() || answer.body().path("access_token").isTextual()) {
        return "ok";
      }
      if (TokenRefusal.isThrottling(answer) || Refusal.isThrottling(answer)) {
        return "throttled";
      }
      boolean isRefusal =
          answer.effectiveStatus() / 100 == 4 || !answer.body().path("error").asText("").isEmpty();
      return isRefusal ? "refused" : "error";
    }
  }
}
