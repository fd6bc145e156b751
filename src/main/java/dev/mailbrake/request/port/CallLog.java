package dev.mailbrake.request.port;

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
}
