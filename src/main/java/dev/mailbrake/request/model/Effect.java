package dev.mailbrake.request.model;

import java.time.Duration;
import java.time.Instant;

/**
 * What a change brought about that took effect, for as long as no later one took its place.
 *
 * @param since when it took effect; {@link #NEVER} if it did not
 * @param until when a block ends by itself; {@link #NEVER} if it does not
 * @param over when a later change took its place; {@link #NEVER} while it holds
 * @param drifted whether Zoho was last seen in another status, so that somebody used the console
 * @param checked when that was looked at; {@link #NEVER} if not yet
 * @param suspected whether the last look showed another status for the first time: one odd answer
 *     is no difference, but asks for a second look
 */
public record Effect(
    Instant since,
    Instant until,
    Instant over,
    boolean drifted,
    Instant checked,
    boolean suspected) {
  /** In place of a moment that there is not. */
  public static final Instant NEVER = Instant.EPOCH;

  /** Nothing took effect. */
  public static final Effect NONE = new Effect(NEVER, NEVER, NEVER, false, NEVER);

  /** Nothing odd was seen. */
  public Effect(Instant since, Instant until, Instant over, boolean drifted, Instant checked) {
    this(since, until, over, drifted, checked, false);
  }

  public static Effect from(Instant since) {
    return new Effect(since, NEVER, NEVER, false, NEVER);
  }

  public Effect lasting(Duration time, Instant now) {
    return new Effect(
        since, time.isZero() ? NEVER : now.plus(time), over, drifted, checked, suspected);
  }

  public Effect withoutEnd() {
    return new Effect(since, NEVER, over, drifted, checked, suspected);
  }

  public Effect over(Instant at) {
    return new Effect(since, until, at, drifted, checked, suspected);
  }

  /** Looked at, with what the look showed. */
  public Effect looked(boolean isDifferent, Instant at) {
    boolean again = isDifferent && (drifted || suspected);
    return new Effect(since, until, over, again, at, isDifferent && !again);
  }

  /** Looked at in vain. */
  public Effect looked(Instant at) {
    return new Effect(since, until, over, drifted, at, suspected);
  }

  /** Whether it took effect and no later change took its place. */
  public boolean isInForce() {
    return !since.equals(NEVER) && over.equals(NEVER);
  }

  /** Whether it ends by itself. */
  public boolean isTemporary() {
    return isInForce() && !until.equals(NEVER);
  }
}
