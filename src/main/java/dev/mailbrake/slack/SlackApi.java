package dev.mailbrake.slack;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.methods.MethodsClient;
import com.slack.api.util.http.SlackHttpClient;
import dev.mailbrake.config.SlackSettings;
import dev.mailbrake.metrics.Meters;
import java.time.Duration;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one Slack client of this process; each further one would keep threads of its own. */
final class SlackApi implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SlackApi.class);
  private static final Duration CONNECT = Duration.ofSeconds(3);
  private static final Duration WHOLE_CALL = Duration.ofSeconds(10);

  private final Slack slack;
  private final MethodsClient methods;

  SlackApi(SlackSettings settings, Meters meters) {
    SlackConfig config = new SlackConfig();
    config.setMethodsEndpointUrlPrefix(settings.apiUrl().toString());
    // Its statistics ask auth.test about a token that is new to them, in the middle of another
    // call.
    config.getMethodsConfig().setStatsEnabled(false);
    slack =
        Slack.getInstance(
            config, new SlackHttpClient(http(new TimedCalls(settings.apiUrl(), meters))));
    methods = slack.methods(settings.botToken().reveal());
  }

  /** The client's own retry would post a message twice when only the answer got lost. */
  private static OkHttpClient http(Interceptor calls) {
    return new OkHttpClient.Builder()
        .connectTimeout(CONNECT)
        .readTimeout(WHOLE_CALL)
        .callTimeout(WHOLE_CALL)
        .retryOnConnectionFailure(false)
        .followRedirects(false)
        .addInterceptor(calls)
        .build();
  }

  Slack slack() {
    return slack;
  }

  MethodsClient methods() {
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
