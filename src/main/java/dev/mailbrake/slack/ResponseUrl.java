package dev.mailbrake.slack;

import com.slack.api.app_backend.interactive_components.response.ActionResponse;
import dev.mailbrake.request.model.Recipient.ReplyUrl;
import dev.mailbrake.request.port.Delivery;
import dev.mailbrake.request.port.Delivery.Done;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Set;
import okhttp3.HttpUrl;
import okhttp3.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Posts to the URL of a command or click, even where the bot is not in the channel ("Handling user
 * interaction"), but only if it is Slack's: a forged payload can name any URL.
 */
final class ResponseUrl {
  private static final Logger LOG = LoggerFactory.getLogger(ResponseUrl.class);
  private static final int OK = 200;
  private static final int HTTPS_PORT = 443;

  /** Documented: {@code hooks.slack.com}; GovSlack has the same under {@code slack-gov.com}. */
  private static final List<String> DOMAINS = List.of(".slack.com", ".slack-gov.com");

  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "::1");

  private final SlackApi api;

  ResponseUrl(SlackApi api) {
    this.api = api;
  }

  /** Makes a single attempt. The SDK's own sender hides the answer's Retry-After header. */
  Delivery<Done> send(ReplyUrl url, ActionResponse message) {
    if (!isSlacks(url.url(), api.url())) {
      LOG.warn("a response_url that is not Slack's was not used; the answer goes another way");
      return new Delivery.Impossible<>("the response_url is not Slack's");
    }
    try (Response response = api.slack().getHttpClient().postJsonBody(url.url(), message)) {
      return response.code() == OK ? Delivery.done() : SlackRefusal.of(response);
    } catch (IOException | RuntimeException broken) {
      return SlackRefusal.of(broken);
    }
  }

  /** Whether the URL is Slack's, or on this machine like {@code api}, the base of the Web API. */
  static boolean isSlacks(String text, URI api) {
    HttpUrl url = HttpUrl.parse(text);
    if (url == null) {
      return false;
    }
    if (LOOPBACK.contains(url.host())) {
      return LOOPBACK.contains(HttpUrl.get(api.toString()).host());
    }
    return url.isHttps()
        && url.port() == HTTPS_PORT
        && DOMAINS.stream().anyMatch(url.host()::endsWith);
  }
}
