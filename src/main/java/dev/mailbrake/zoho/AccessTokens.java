package dev.mailbrake.zoho;

import dev.mailbrake.config.Secret;
import dev.mailbrake.mailbox.Failure;
import dev.mailbrake.request.port.Backoff;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * This process's access token, kept until shortly before it expires. Only one refresh runs at a
 * time; after one that failed, the next waits for a growing time.
 */
final class AccessTokens {
  private static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(5), Duration.ofMinutes(10));
  private static final Duration DROP_WINDOW = Duration.ofMinutes(10);
  private static final int MAX_DROPS = 4;

  private final TokenSource source;
  private final Clock clock;
  private final List<Instant> drops = new ArrayList<>();
  private Optional<AccessToken> token = Optional.empty();
  private volatile Optional<Instant> fetchedAt = Optional.empty(); // read without the lock
  private HoldOff holdOff = HoldOff.NONE;

  AccessTokens(TokenSource source, Clock clock) {
    this.source = source;
    this.clock = clock;
  }

  /** Fetches the token if there is none. Blocks while another thread fetches it. */
  synchronized AccessToken current() throws ZohoException {
    Optional<AccessToken> usable = token.filter(this::isUsable);
    return usable.isPresent() ? usable.get() : fetch();
  }

  /**
   * Forgets a token that Zoho refused, unless it was replaced already. Does so only a few times in
   * ten minutes: if Zoho refuses fresh tokens too, more of them do not help, and after ten Zoho
   * locks us out.
   */
  synchronized void drop(AccessToken refused) {
    Instant now = clock.instant();
    drops.removeIf(at -> !at.plus(DROP_WINDOW).isAfter(now) || at.isAfter(now));
    if (drops.size() < MAX_DROPS && token.filter(refused::equals).isPresent()) {
      token = Optional.empty();
      drops.add(now);
    }
  }

  /** How long ago the last token was fetched; empty before the first. Never blocks. */
  Optional<Duration> age() {
    return fetchedAt.map(at -> Duration.between(at, clock.instant()));
  }

  private boolean isUsable(AccessToken candidate) {
    return age().filter(age -> age.compareTo(candidate.usableFor()) < 0).isPresent();
  }

  private AccessToken fetch() throws ZohoException {
    Instant now = clock.instant();
    if (holdOff.lasts(now)) {
      throw new ZohoException(holdOff.failure(now));
    }
    try {
      AccessToken fetched = source.fetch();
      holdOff = HoldOff.NONE;
      token = Optional.of(fetched);
      fetchedAt = Optional.of(clock.instant());
      return fetched;
    } catch (ZohoException failed) {
      Instant failedAt = clock.instant();
      holdOff = holdOff.next(failed.failure(), failedAt);
      throw new ZohoException(holdOff.failure(failedAt));
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
