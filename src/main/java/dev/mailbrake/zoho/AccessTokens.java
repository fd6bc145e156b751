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
 * The one access token of this process, kept until shortly before it expires. However many wait,
 * one refresh is under way; after one that failed, Zoho is left alone for a growing time.
 */
final class AccessTokens {
  private static final String ONLY = "the token";
  private static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(5), Duration.ofMinutes(10));
  private static final Duration TOKEN_WINDOW = Duration.ofMinutes(10);
  private static final int MOST_DROPS = 4;

  private final TokenSource source;
  private final Clock clock;
  private final List<Instant> drops = new ArrayList<>();
  private final Cache<String, AccessToken> cache;
  private volatile Optional<Instant> fetched = Optional.empty();
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

  /** The token, fetched if there is none. Blocks while somebody fetches it. */
  AccessToken current() throws ZohoException {
    try {
      return cache.get(ONLY, only -> fetch());
    } catch (Unfetched unfetched) {
      throw new ZohoException(unfetched.failure);
    }
  }

  /**
   * Forgets a token that Zoho refused, unless somebody has fetched another one already. A few times
   * in ten minutes only: where fresh tokens are refused too, more of them help nobody, and with ten
   * Zoho shuts us out.
   */
  void drop(AccessToken refused) {
    synchronized (drops) {
      Instant now = clock.instant();
      drops.removeIf(at -> !at.plus(TOKEN_WINDOW).isAfter(now) || at.isAfter(now));
      if (drops.size() < MOST_DROPS && cache.asMap().remove(ONLY, refused)) {
        drops.add(now);
      }
    }
  }

  /** How long ago the last token was fetched; empty before the first. */
  Optional<Duration> age() {
    return fetched.map(at -> Duration.between(at, clock.instant()));
  }

  private AccessToken fetch() {
    Instant now = clock.instant();
    if (holdOff.lasts(now)) {
      throw new Unfetched(holdOff.failure(now));
    }
    try {
      AccessToken token = source.fetch();
      holdOff = HoldOff.NONE;
      fetched = Optional.of(clock.instant());
      return token;
    } catch (ZohoException failed) {
      holdOff = holdOff.next(failed.failure(), clock.instant());
      throw new Unfetched(holdOff.failure(clock.instant()));
    }
  }

  /**
   * How long no token is asked for.
   *
   * @param failures how many refreshes failed in a row
   * @param last the last failure
   */
  private record HoldOff(int failures, Instant since, Instant until, Failure last) {
    static final HoldOff NONE =
        new HoldOff(0, Instant.MIN, Instant.MIN, Failure.passing("", Duration.ZERO));

    /** A clock that was set back before its beginning ends it. */
    boolean lasts(Instant now) {
      return now.isBefore(until) && !now.isBefore(since);
    }

    HoldOff next(Failure failure, Instant now) {
      Duration pause = BACKOFF.pause(failures + 1, failure.pause());
      return new HoldOff(failures + 1, now, now.plus(pause), failure);
    }

    Failure failure(Instant now) {
      return last.during(Duration.between(now, until));
    }
  }

  /** Carries a failure out of the cache's loader, which may throw nothing checked. */
  private static final class Unfetched extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient Failure failure;

    Unfetched(Failure failure) {
      super(failure.reason(), null, false, false);
      this.failure = failure;
    }
  }

  @FunctionalInterface
  interface TokenSource {

    /**
     * Asks for a token, once.
     *
     * @throws ZohoException if none was given
     */
    AccessToken fetch() throws ZohoException;
  }

  /**
   * An OAuth access token.
   *
   * @param value what the header carries
   * @param life how long it is valid from its issue on
   */
  record AccessToken(Secret value, Duration life) {
    private static final Duration MARGIN = Duration.ofMinutes(2);

    /** How long it is used: shorter than it is valid, so no call goes out with a dying token. */
    Duration usableFor() {
      return life.compareTo(MARGIN.multipliedBy(2)) > 0 ? life.minus(MARGIN) : life.dividedBy(2);
    }
  }
}
