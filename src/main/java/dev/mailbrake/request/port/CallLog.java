package dev.mailbrake.request.port;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** The calls to Zoho of all processes. */
public interface CallLog {
  void add(Instant at);

  /** Oldest first. */
  List<Instant> after(Instant moment);

  ThrottlePause pause();

  void pause(ThrottlePause pause);

  interface Shared {
    /**
     * Does the work in the only transaction that writes at that time.
     *
     * @throws LedgerUnavailable if the calls cannot be counted
     */
    <T> T update(Function<CallLog, T> work);
  }

  /**
   * A time in which nothing goes out, because Zoho is rate-limiting us.
   *
   * @param throttlings how often Zoho said so in a row
   */
  public record ThrottlePause(Instant from, Instant until, int throttlings) {
    /** Clocks of processes differ. */
    private static final Duration SKEW = Duration.ofMinutes(1);

    public static final ThrottlePause NONE = new ThrottlePause(Instant.EPOCH, Instant.EPOCH, 0);

    /** What is left of it; zero if the clock was set back well before its beginning. */
    public Duration left(Instant now) {
      boolean isOver = now.isBefore(from.minus(SKEW)) || !now.isBefore(until);
      return isOver ? Duration.ZERO : Duration.between(now, until);
    }

    /** The next throttling counts as the first again. */
    public ThrottlePause flowing() {
      return new ThrottlePause(from, until, 0);
    }
  }
}
