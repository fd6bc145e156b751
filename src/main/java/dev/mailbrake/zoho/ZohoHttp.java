package dev.mailbrake.zoho;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.mailbrake.metrics.Meters;
import feign.Client;
import feign.Feign;
import feign.Request;
import feign.Retryer;
import feign.http2client.Http2Client;
import java.net.URI;
import java.net.http.HttpClient;
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

  /** Opens no connection yet. */
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
}
