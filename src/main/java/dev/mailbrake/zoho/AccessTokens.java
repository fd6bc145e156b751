package dev.mailbrake.zoho;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import dev.mailbrake.config.Secret;
import dev.mailbrake.mailbox.Failure;
import dev.mailbrake.request.port.Backoff;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * This process's access token, kept until shortly before it expires. Only one refresh runs at a
 * time; after one that failed, the next waits for a growing time.
 */
final class AccessTokens {
  private static final String ONLY = "the token";
  private static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(5), Duration.ofMinutes(10));
  private static final Duration DROP_WINDOW = Duration.ofMinutes(10);
  private static final int MAX_DROPS = 4;

  private final TokenSource source;
  private final Clock clock;
  private final List<Instant> drops = new ArrayList<>();
  private final Cache<String, AccessToken> cache;
  private volatile Optional<Instant> fetchedAt = Optional.empty();
  private HoldOff holdOff = HoldOff.NONE; // guarded by the cache's lock on its only key

  AccessTokens(TokenSource source, Clock clock) {
    this.source = source;
    this.clock = clock;
    cache =
        Caffeine.newBuilder()
            .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
            .expireAfter(Expiry.<String, AccessToken>creating((only, token) -> token.usableFor()))
            .build();
  }

  /** Fetches the token if there is none. Blocks while another thread fetches it. */
  AccessToken current() throws ZohoException {
    try {
      return cache.get(ONLY, only -> fetch());
    } catch (Unfetched unfetched) {
      throw new ZohoException(unfetched.failure);
    }
  }

  /**
   * Forgets a token that Zoho refused, unless it was replaced already. Does so only a few times in
   * ten minutes: if Zoho refuses fresh tokens too, more of them do not help, and after ten Zoho
   * locks us out.
   */
  synchronized void drop(AccessToken refused) {
    Instant now = clock.instant();
    drops.removeIf(at -> !at.plus(DROP_WINDOW).isAfter(now) || at.isAfter(now));
    if (drops.size() < MAX_DROPS && cache.asMap().remove(ONLY, refused)) {
      drops.add(now);
    }
  }

  /** How long ago the last token was fetched; empty before the first. Never blocks. */
  Optional<Duration> age() {
    return fetchedAt.map(at -> Duration.between(at, clock.instant()));
  }

  private AccessToken fetch() {
    Instant now = clock.instant();
    if (holdOff.lasts(now)) {
      throw new Unfetched(holdOff.failure(now));
    }
    try {
      AccessToken token = source.fetch();
      holdOff = HoldOff.NONE;
      fetchedAt = Optional.of(clock.instant());
      return token;
    } catch (ZohoException failed) {
      Instant failedAt = clock.instant();
      holdOff = holdOff.next(failed.failure(), failedAt);
      throw new Unfetched(holdOff.failure(failedAt));
    }
  }

  /** Carries a failure out of the cache's loader, which cannot throw a checked exception. */
  private static final class Unfetched extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient Failure failure;

    Unfetched(Failure failure) {
      super(failure.reason(), null, false, false);
      this.failure = failure;
    }
  }

  /** A time without refreshes, after so many failures in a row. */
  private record HoldOff(int failures, Instant since, Instant until, Failure last) {
    static final HoldOff NONE =
        new HoldOff(0, Instant.MIN, Instant.MIN, Failure.passing("", Duration.ZERO));

    /** Setting the clock back to before its start ends it. */
    boolean lasts(Instant now) {
      return now.isBefore(until) && !now.isBefore(since);
    }

    HoldOff next(Failure failure, Instant now) {
      Duration pause = BACKOFF.pause(failures + 1, failure.pause());
      return new HoldOff(failures + 1, now, now.plus(pause), failure);
    }

    Failure failure(Instant now) {
      return last.withPause(Duration.between(now, until));
    }
  }

  @FunctionalInterface
  interface TokenSource {
    /** Asks for a token, once. */
    AccessToken fetch() throws ZohoException;
  }

  /** An OAuth access token, and how long it is valid from its issue on. */
  record AccessToken(Secret value, Duration life) {
    private static final Duration MARGIN = Duration.ofMinutes(2);

    /** Shorter than its life, so no call goes out with a token that is about to expire. */
    Duration usableFor() {
      return life.compareTo(MARGIN.multipliedBy(2)) > 0 ? life.minus(MARGIN) : life.dividedBy(2);
    }
  }
}
