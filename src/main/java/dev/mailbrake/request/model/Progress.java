package dev.mailbrake.request.model;

import java.time.Instant;

/**
 * How far applying a confirmed request has come.
 *
 * @param writes how often the change was sent, or was about to be sent before a crash
 * @param note what stands in the way or how it ended, for a person; possibly empty
 * @param at when this was recorded
 * @param refusals how often in a row the other side gave the note as its reason, in answers that
 *     prove nothing by themselves; 0 where the note is something else
 */
public record Progress(int writes, String note, Instant at, int refusals) {
  public static final Progress NONE = new Progress(0, "", Instant.EPOCH, 0);

  /** So often the same reason counts as a refusal, if nothing has changed. */
  private static final int REFUSALS_THAT_COUNT = 3;

  /** Whether Zoho may have the change already: then read before writing. */
  public boolean mayHaveTakenEffect() {
    return writes > 0;
  }

  /** Whether the same reason came often enough to be believed, if nothing has changed. */
  public boolean isRefused() {
    return refusals >= REFUSALS_THAT_COUNT;
  }

  /** Whether every call for it was refused with that reason. */
  public boolean isNothingButRefused() {
    return writes <= refusals;
  }

  Progress attempted(Instant now) {
    return new Progress(writes + 1, refusals > 0 ? note : "", now, refusals);
  }

  Progress noted(String news, Instant now) {
    return new Progress(writes, news, now, 0);
  }

  /** In an answer that proves nothing on its own. */
  Progress refused(String reason, Instant now) {
    return new Progress(writes, reason, now, note.equals(reason) ? refusals + 1 : 1);
  }
}
