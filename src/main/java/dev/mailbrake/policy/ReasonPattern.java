package dev.mailbrake.policy;

import dev.mailbrake.policy.Verdict.Reason;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;

/**
 * The pattern that a reason must match. Anybody can type a reason, so every search has a time
 * limit.
 *
 * @param pattern found anywhere in the reason unless it is anchored with {@code ^} and {@code $}
 * @param example a reason that matches; empty if none is known
 * @param nanoTime times the searches, in nanoseconds since any moment
 */
public record ReasonPattern(Pattern pattern, String example, LongSupplier nanoTime) {
  /** While Slack waits for its acknowledgement, at most three seconds. */
  private static final Duration AT_ONCE = Duration.ofMillis(50);

  /** While only the person who typed it waits. */
  private static final Duration PATIENTLY = Duration.ofMillis(250);

  /** Refuses an example that does not match. */
  public ReasonPattern {
    if (!example.isEmpty()
        && !TimedText.find(pattern, example, nanoTime, PATIENTLY).orElse(false)) {
      throw new IllegalArgumentException("the example must match the pattern");
    }
  }

  public ReasonPattern timedBy(LongSupplier time) {
    return new ReasonPattern(pattern, example, time);
  }

  /** Whether a text matches within the time limit. */
  public boolean accepts(String text) {
    return TimedText.find(pattern, text, nanoTime, PATIENTLY).orElse(false);
  }

  /** Whether searching a text takes too long for an acknowledgement. */
  public boolean isSlowOn(String text) {
    return found(text, AT_ONCE).isEmpty();
  }

  /** Empty if the reason matches, which a blank one never does. */
  Optional<Reason> objectionTo(String reason) {
    Optional<Boolean> found = found(reason, PATIENTLY);
    return found.isEmpty()
        ? Optional.of(objection("It takes too long to see whether the reason has the form "))
        : found.filter(has -> !has).map(no -> wrongForm(reason));
  }

  /** Like {@link #objectionTo}, but also empty if the search takes too long. */
  Optional<Reason> objectionAtOnceTo(String reason) {
    return found(reason, AT_ONCE).filter(has -> !has).map(no -> wrongForm(reason));
  }

  private Optional<Boolean> found(String reason, Duration within) {
    return reason.isBlank()
        ? Optional.of(false)
        : TimedText.find(pattern, reason, nanoTime, within);
  }

  private Reason wrongForm(String reason) {
    return objection(
        reason.isEmpty() ? "A reason is required, of the form " : "The reason must have the form ");
  }

  private Reason objection(String fault) {
    String form = "“" + pattern + "”";
    String forExample = example.isEmpty() ? "" : ", for example “" + example + "”";
    return new Reason("reason", fault + form + forExample + ".");
  }
}
