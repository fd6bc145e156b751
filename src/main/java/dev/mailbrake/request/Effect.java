package dev.mailbrake.request;

import java.time.Duration;
import java.time.Instant;

/**
 * What a change brought about that took effect, for as long as no later one took its place.
 *
 * @param since when it took effect; {@link #NEVER} if it did not
 * @param until when a block ends by itself; {@link #NEVER} if it does not
 * @param over when a later change took its place; {@link #NEVER} while it holds
 * @param differs whether Zoho was last seen in another status, so that somebody used the console
 * @param checked when that was looked at; {@link #NEVER} if not yet
 */
public record Effect(Instant since, Instant until, Instant over, boolean differs, Instant checked) {
  /** In place of a moment that there is not. */
  public static final Instant NEVER = Instant.EPOCH;

  /** Nothing took effect. */
  public static final Effect NONE = new Effect(NEVER, NEVER, NEVER, false, NEVER);

  static Effect from(Instant since) {
    return new Effect(since, NEVER, NEVER, false, NEVER);
  }

  Effect lasting(Duration time, Instant now) {
    return new Effect(since, time.isZero() ? NEVER : now.plus(time), over, differs, checked);
  }

  Effect untimed() {
    return new Effect(since, NEVER, over, differs, checked);
  }

  Effect over(Instant at) {
    return new Effect(since, until, at, differs, checked);
  }

  Effect checked(boolean isDifferent, Instant at) {
    return new Effect(since, until, over, isDifferent, at);
  }

  /** Whether it took effect and no later change took its place. */
  public boolean isInForce() {
    return !since.equals(NEVER) && over.equals(NEVER);
  }

  /** Whether it ends by itself. */
  public boolean isTimed() {
    return isInForce() && !until.equals(NEVER);
  }
}
