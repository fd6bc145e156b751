package dev.mailbrake.request.model;

import java.time.Duration;
import java.time.Instant;

/**
 * The effect of a change, until a later change takes its place.
 *
 * @param since when it took effect; {@link #NEVER} if it did not
 * @param until when a temporary block expires; {@link #NEVER} for any other
 * @param supersededAt when a later change took its place; {@link #NEVER} while it holds
 * @param drifted whether Zoho now shows another status: somebody used the console
 * @param checked when that was last checked; {@link #NEVER} if not yet
 * @param suspected whether one check showed another status; drift takes two in a row
 */
public record Effect(
    Instant since,
    Instant until,
    Instant supersededAt,
    boolean drifted,
    Instant checked,
    boolean suspected) {
  public static final Instant NEVER = Instant.EPOCH;

  public static final Effect NONE = from(NEVER);

  public static Effect from(Instant since) {
    return new Effect(since, NEVER, NEVER, false, NEVER, false);
  }

  public Effect lasting(Duration time, Instant now) {
    return new Effect(
        since, time.isZero() ? NEVER : now.plus(time), supersededAt, drifted, checked, suspected);
  }

  public Effect withoutEnd() {
    return new Effect(since, NEVER, supersededAt, drifted, checked, suspected);
  }

  public Effect superseded(Instant at) {
    return new Effect(since, until, at, drifted, checked, suspected);
  }

  public Effect afterCheck(boolean isDifferent, Instant at) {
    boolean again = isDifferent && (drifted || suspected);
    return new Effect(since, until, supersededAt, again, at, isDifferent && !again);
  }

  /** After a check that got no answer. */
  public Effect afterCheck(Instant at) {
    return new Effect(since, until, supersededAt, drifted, at, suspected);
  }

  public boolean isInForce() {
    return !since.equals(NEVER) && supersededAt.equals(NEVER);
  }

  public boolean isTemporary() {
    return isInForce() && !until.equals(NEVER);
  }
}
