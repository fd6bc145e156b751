package dev.mailbrake.slack;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.methods.MethodsClient;
import com.slack.api.util.http.SlackHttpClient;
import dev.mailbrake.config.Secret;
import dev.mailbrake.config.SlackSettings;
import dev.mailbrake.metrics.Meters;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one Slack client of this process, because each has its own threads. */
public final class SlackApi implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SlackApi.class);
  private static final Duration CONNECT = Duration.ofSeconds(3);
  private static final Duration WHOLE_CALL = Duration.ofSeconds(10);

  /** Node, Apache and many proxies close connections that are idle for five seconds. */
  private static final Duration IDLE = Duration.ofSeconds(4);

  private static final int MOST_IDLE = 5;

  private final SlackSettings settings;
  private final Slack slack;
  private final MethodsClient methods;

  public SlackApi(SlackSettings settings, Meters meters) {
    this.settings = settings;
    SlackConfig config = new SlackConfig();
    config.setMethodsEndpointUrlPrefix(settings.apiUrl().toString());
    // The statistics call auth.test for each new token, in the middle of another call.
    config.getMethodsConfig().setStatsEnabled(false);
    slack = Slack.getInstance(config, new SlackHttpClient(http(settings.apiUrl(), meters)));
    methods = slack.methods(settings.botToken().reveal());
  }

  /** Without the client's own retry, which would post twice if only the answer got lost. */
  private static OkHttpClient http(URI api, Meters meters) {
    ConnectionPool connections =
        new ConnectionPool(MOST_IDLE, IDLE.toMillis(), TimeUnit.MILLISECONDS);
    return new OkHttpClient.Builder()
        .connectionPool(connections)
        .connectTimeout(CONNECT)
        .readTimeout(WHOLE_CALL)
        .callTimeout(WHOLE_CALL)
        .retryOnConnectionFailure(false)
        .followRedirects(false)
        .addInterceptor(new RepeatedReads(api, connections::evictAll, TimeUnit.NANOSECONDS::sleep))
        .addInterceptor(new TimedCalls(api, meters))
        .build();
  }

  Secret botToken() {
    return settings.botToken();
  }

  /** The base of the Web API, with a slash at the end. */
  URI url() {
    return settings.apiUrl();
  }

  public Slack slack() {
    return slack;
  }

  public MethodsClient methods() {
    return methods;
  }

  @Override
  public void close() {
    try {
      slack.close();
    } catch (Exception left) {
      LOG.warn("Slack's client did not close; the process ends all the same", left);
    }
  }
}
