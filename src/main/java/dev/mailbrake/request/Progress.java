package dev.mailbrake.request;

import java.time.Instant;

/**
 * How far the applying of a confirmed request has come.
 *
 * @param writes how often the change was sent, or was about to be when a crash came between
 * @param note what stands in the way or how it ended, for a person; possibly empty
 * @param at when this was recorded
 */
public record Progress(int writes, String note, Instant at) {
  /** Nothing was tried. */
  public static final Progress NONE = new Progress(0, "", Instant.EPOCH);

  /** Whether Zoho may have the change already, so that it is to be read before it is written. */
  boolean mayHaveTakenEffect() {
    return writes > 0;
  }
}
