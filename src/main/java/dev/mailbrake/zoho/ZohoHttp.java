package dev.mailbrake.zoho;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.mailbrake.metrics.Meters;
import dev.mailbrake.metrics.Metric;
import feign.Client;
import feign.Feign;
import feign.Request;
import feign.RequestTemplate;
import feign.Response;
import feign.Retryer;
import feign.codec.Encoder;
import feign.http2client.Http2Client;
import feign.jackson.JacksonEncoder;
import java.io.IOException;
import java.lang.reflect.Type;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * The way to Zoho's servers: HTTP with bounded patience, which retries nothing, follows no redirect
 * and logs nothing.
 */
final class ZohoHttp {
  private static final Duration CONNECT = Duration.ofSeconds(3);

  /** Short enough for a person to wait for a second try; a change is read back after it. */
  private static final Duration READ = Duration.ofSeconds(6);

  static {
    // Java's client reads these when it loads, and has no other place for them. A server or a NAT
    // forgets a connection long before the 20 minutes for which Java would keep it; and a call
    // that Java repeated in silence would be missing in the minute's budget.
    setUnlessSet("jdk.httpclient.keepalive.timeout", "5");
    setUnlessSet("jdk.httpclient.redirects.retrylimit", "1");
  }

  private final JsonMapper json;
  private final Client http;

  private ZohoHttp(JsonMapper json, Client http) {
    this.json = json;
    this.http = http;
  }

  /** Counts nothing; opens no connection yet. */
  static ZohoHttp open() {
    return open(Meters.off());
  }

  static ZohoHttp open(Meters meters) {
    HttpClient client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT)
            .build();
    JsonMapper json = JsonMapper.builder().build();
    Client whole = new WholeResponses(new Http2Client(client), READ);
    return new ZohoHttp(json, new TimedClient(whole, new AnswerReader(json), meters));
  }

  private static void setUnlessSet(String property, String value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, value);
    }
  }

  AnswerReader reader() {
    return new AnswerReader(json);
  }

  AccountsApi accounts(URI base) {
    return api(AccountsApi.class, base);
  }

  MailApi mail(URI base) {
    return api(MailApi.class, base);
  }

  private <T> T api(Class<T> type, URI base) {
    return Feign.builder()
        .client(http)
        .encoder(new WireEncoder(json))
        .retryer(Retryer.NEVER_RETRY)
        .options(
            new Request.Options(
                CONNECT.toMillis(),
                TimeUnit.MILLISECONDS,
                READ.toMillis(),
                TimeUnit.MILLISECONDS,
                false))
        .target(type, base.toString());
  }

  /**
   * Bodies: JSON, but the token request as a form, which Feign has no module for at this version.
   */
  static final class WireEncoder implements Encoder {
    private final Encoder json;

    WireEncoder(JsonMapper mapper) {
      json = new JacksonEncoder(mapper);
    }

    @Override
    public void encode(Object body, Type type, RequestTemplate template) {
      if (body instanceof TokenBody form) {
        template.body(form.encoded());
      } else {
        json.encode(body, type, template);
      }
    }
  }

  /** A client whose calls are timed, by what was called and what came of it. */
  static final class TimedClient implements Client {
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
}
