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
 * Repeats a read once, on a fresh connection, if the first call was cut off (reset, closed while
 * idle, REFUSED_STREAM, GOAWAY), got HTTP 5xx, or may be repeated within two seconds. Never repeats
 * a call that changes something, since it may have taken effect, or one that timed out, since
 * somebody waits for the answer.
 */
final class RepeatedReads implements Interceptor {
  private static final Set<String> READS =
      Set.of("auth.test", "users.info", "usergroups.users.list");

  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

  private final URI api;
  private final Runnable dropIdle;
  private final Sleep sleep;

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

  /** Closes the idle connections first, each of which may be as dead as the one just used. */
  private Response onFreshConnection(Chain chain) throws IOException {
    dropIdle.run();
    return chain.proceed(chain.request());
  }

  /** Empty if the answer stands, or the next one would come too late. */
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
