package dev.mailbrake.sandbox.slack.delivery;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** The transport to the bot's Request URL: signs, posts, and waits three seconds. */
public final class HttpLink implements BotLink {

  private final Clock clock;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final AtomicInteger deliveries = new AtomicInteger();
  private volatile List<URI> bots = List.of();
  private volatile Duration patience = Duration.ofSeconds(3);

  public HttpLink(Clock clock) {
    this.clock = clock;
  }

  /** Several addresses take turns, as behind a load balancer without health checks. */
  public void connect(URI... events) {
    bots = List.of(events);
  }

  public void waitAtMost(Duration time) {
    patience = time;
  }

  @Override
  public BotAnswer send(BotPayload payload) {
    return post(payload.request());
  }

  public BotAnswer post(BotRequest delivery) {
    HttpRequest request = request(delivery);
    Stopwatch time = Stopwatch.start();
    try {
      HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
      return BotAnswer.of(response, time.elapsed());
    } catch (HttpTimeoutException late) {
      return BotAnswer.failed("operation_timeout", time.elapsed());
    } catch (IOException broken) {
      return BotAnswer.failed("dispatch_failed", time.elapsed());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return BotAnswer.failed("dispatch_failed", time.elapsed());
    }
  }

  private HttpRequest request(BotRequest delivery) {
    List<URI> all = bots;
    if (all.isEmpty()) {
      throw new IllegalStateException("Call connect(…) or connectBySocket() first");
    }
    URI url = all.get(Math.floorMod(deliveries.getAndIncrement(), all.size()));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(url)
            .timeout(patience)
            .POST(HttpRequest.BodyPublishers.ofString(delivery.body()));
    headers(delivery).forEach(request::setHeader);
    return request.build();
  }

  private Map<String, String> headers(BotRequest delivery) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", delivery.contentType());
    headers.put("User-Agent", "Slackbot 1.0 (+https://api.slack.com/robots)");
    if (!delivery.secret().isEmpty()) {
      long at = delivery.at().orElseGet(clock::instant).getEpochSecond();
      headers.put("X-Slack-Request-Timestamp", Long.toString(at));
      headers.put("X-Slack-Signature", SlackSignature.of(delivery.secret(), at, delivery.body()));
    }
    headers.putAll(delivery.headers());
    return headers;
  }
}
