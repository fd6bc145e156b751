package dev.mailbrake.request.port;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** The calls to Zoho, counted by all processes together. */
public interface CallLog {
  /** Call this before the request is sent. */
  void add(Instant at);

  /** The calls later than this, oldest first. */
  List<Instant> after(Instant moment);

  ThrottlePause pause();

  void pause(ThrottlePause pause);

  interface Shared {
    /**
     * Runs in one transaction, of one process at a time.
     *
     * @throws LedgerUnavailable if the calls cannot be counted
     */
    <T> T update(Function<CallLog, T> work);
  }

  /** No calls to Zoho, because it has throttled us so many times in a row. */
  public record ThrottlePause(Instant from, Instant until, int throttlings) {
    /** Processes' clocks differ, and {@code now} may be read before the record. */
    private static final Duration SKEW = Duration.ofMinutes(1);

    public static final ThrottlePause NONE = new ThrottlePause(Instant.EPOCH, Instant.EPOCH, 0);

    /** Zero if the clock was set back well before the pause began. */
    public Duration left(Instant now) {
      boolean isOver = now.isBefore(from.minus(SKEW)) || !now.isBefore(until);
      return isOver ? Duration.ZERO : Duration.between(now, until);
    }

    public ThrottlePause flowing() {
      return new ThrottlePause(from, until, 0);
    }
  }
}
