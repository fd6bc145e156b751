package dev.mailbrake.request.port;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** The calls to Zoho, counted by all processes together. */
public interface CallLog {
  /** Counts a call that is about to be made. */
  void add(Instant at);

  /** The moments of the calls after this one, oldest first. */
  List<Instant> after(Instant moment);

  ThrottlePause pause();

  void pause(ThrottlePause pause);

  /** Where the calls are counted, by one process at a time. */
  interface Shared {
    /**
     * Does the work in one transaction.
     *
     * @throws LedgerUnavailable if they cannot be counted
     */
    <T> T update(Function<CallLog, T> work);
  }

  /**
   * A time in which nothing goes out to Zoho, because it said that there was too much.
   *
   * @param from its beginning
   * @param until its end
   * @param throttlings how often Zoho said so in a row
   */
  public record ThrottlePause(Instant from, Instant until, int throttlings) {
    /** Clocks of processes differ, and a moment may be read before the record is. */
    private static final Duration SKEW = Duration.ofMinutes(1);

    public static final ThrottlePause NONE = new ThrottlePause(Instant.EPOCH, Instant.EPOCH, 0);

    /** What is left of it; none if the clock was set back well before its beginning. */
    public Duration left(Instant now) {
      boolean isOver = now.isBefore(from.minus(SKEW)) || !now.isBefore(until);
      return isOver ? Duration.ZERO : Duration.between(now, until);
    }

    /** The same time, with the next throttling counted as the first again. */
    public ThrottlePause flowing() {
      return new ThrottlePause(from, until, 0);
    }
  }
}
