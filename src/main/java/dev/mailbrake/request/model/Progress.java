package dev.mailbrake.request.model;

import java.time.Instant;

/**
 * How far applying a confirmed request has come.
 *
 * @param writes how often the change was sent, or was about to be sent before a crash
 * @param note for people: what stands in the way, or how it ended; possibly empty
 * @param at when this was recorded
 * @param refusals how often in a row Zoho gave the note as its reason, in answers that prove
 *     nothing by themselves; 0 if the note is something else
 */
public record Progress(int writes, String note, Instant at, int refusals) {
  public static final Progress NONE = new Progress(0, "", Instant.EPOCH, 0);

  /** As often as this, the same reason counts as a refusal if nothing has changed. */
  private static final int REFUSALS_THAT_COUNT = 3;

  /** Then read before writing. */
  public boolean mayHaveTakenEffect() {
    return writes > 0;
  }

  public boolean isRefused() {
    return refusals >= REFUSALS_THAT_COUNT;
  }

  /** Whether every write was refused for that reason. */
  public boolean isNothingButRefused() {
    return writes <= refusals;
  }

  Progress attempted(Instant now) {
    return new Progress(writes + 1, refusals > 0 ? note : "", now, refusals);
  }

  Progress noted(String news, Instant now) {
    return new Progress(writes, news, now, 0);
  }

  /** Keeps the count, which says whether anything can have changed. */
  Progress failed(String news, Instant now) {
    return new Progress(writes, news, now, refusals);
  }

  Progress refused(String reason, Instant now) {
    return new Progress(writes, reason, now, note.equals(reason) ? refusals + 1 : 1);
  }
}
