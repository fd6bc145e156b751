package dev.mailbrake.slack;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * Makes a read once more, on a fresh connection, where the first call was cut off (reset, closed
 * while idle, REFUSED_STREAM, GOAWAY), met an HTTP 5xx, or is welcome again within two seconds. A
 * call that changes something passes once: nobody can say whether it took effect. A timeout is not
 * repeated either, because somebody waits for the answer.
 */
final class RepeatedReads implements Interceptor {
  private static final Set<String> READS =
      Set.of("auth.test", "users.info", "usergroups.users.list");

  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

  private final URI api;
  private final Runnable dropIdle;
  private final Sleep sleep;

  /**
   * @param api where the Web API is; a response URL is never read
   * @param dropIdle closes the connections that are idle, each of which may be as dead as the first
   */
  RepeatedReads(URI api, Runnable dropIdle, Sleep sleep) {
    this.api = api;
    this.dropIdle = dropIdle;
    this.sleep = sleep;
  }

  interface Sleep {
    void nanos(long nanos) throws InterruptedException;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    if (!READS.contains(TimedCalls.method(api, chain.request()))) {
      return chain.proceed(chain.request());
    }
    Response first;
    try {
      first = chain.proceed(chain.request());
    } catch (InterruptedIOException tooSlow) {
      throw tooSlow;
    } catch (IOException cutOff) {
      return onFreshConnection(chain);
    }
    Optional<Duration> pause = pauseBeforeRepeat(first);
    if (pause.isEmpty()) {
      return first;
    }
    first.close();
    await(pause.get());
    return onFreshConnection(chain);
  }

  private Response onFreshConnection(Chain chain) throws IOException {
    dropIdle.run();
    return chain.proceed(chain.request());
  }

  /** Empty where the answer stands, or the next one would come too late. */
  private static Optional<Duration> pauseBeforeRepeat(Response answer) {
    if (answer.code() != 429 && answer.code() < 500) {
      return Optional.empty();
    }
    boolean asksForPause = answer.code() == 429 || answer.header("Retry-After") != null;
    Duration pause = asksForPause ? SlackRefusal.retryAfter(answer) : Duration.ZERO;
    return Optional.of(pause).filter(wait -> wait.compareTo(LONGEST_PAUSE) <= 0);
  }

  private void await(Duration pause) throws IOException {
    try {
      sleep.nanos(pause.toNanos());
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("the process ends");
    }
  }
}
