package dev.mailbrake.request.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The effect of a change, until a later change takes its place.
 *
 * @param since when it took effect; {@link #NEVER} if it did not
 * @param until when a temporary block expires; {@link #NEVER} for any other
 * @param supersededAt when a later change took its place; {@link #NEVER} while it holds
 * @param drifted whether Zoho now shows another status: somebody used the console
 * @param checked when that was last checked; {@link #NEVER} if not yet
 * @param suspected whether one check showed another status; drift takes two in a row
 * @param supersededBy the request whose change took its place; empty while it holds
 */
public record Effect(
    Instant since,
    Instant until,
    Instant supersededAt,
    boolean drifted,
    Instant checked,
    boolean suspected,
    Optional<RequestId> supersededBy) {
  public static final Instant NEVER = Instant.EPOCH;

  public static final Effect NONE = from(NEVER);

  public static Effect from(Instant since) {
    return new Effect(since, NEVER, NEVER, false, NEVER, false, Optional.empty());
  }

  public Effect lasting(Duration time, Instant now) {
    return until(time.isZero() ? NEVER : now.plus(time));
  }

  public Effect withoutEnd() {
    return until(NEVER);
  }

  public Effect until(Instant end) {
    return new Effect(since, end, supersededAt, drifted, checked, suspected, supersededBy);
  }

  public Effect superseded(Instant at, RequestId by) {
    return new Effect(since, until, at, drifted, checked, suspected, Optional.of(by));
  }

  public Effect afterCheck(boolean isDifferent, Instant at) {
    boolean again = isDifferent && (drifted || suspected);
    return checked(again, at, isDifferent && !again);
  }

  /** After a check that got no answer. */
  public Effect afterCheck(Instant at) {
    return checked(drifted, at, suspected);
  }

  private Effect checked(boolean differs, Instant at, boolean once) {
    return new Effect(since, until, supersededAt, differs, at, once, supersededBy);
  }

  public boolean isInForce() {
    return !since.equals(NEVER) && supersededAt.equals(NEVER);
  }

  public boolean isTemporary() {
    return isInForce() && !until.equals(NEVER);
  }
}
