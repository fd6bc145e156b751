package dev.mailbrake.policy;

import dev.mailbrake.policy.Verdict.Reason;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;

/**
 * The pattern that a reason must match. Anybody can type a reason, so every search has a time
 * limit, whatever the pattern.
 *
 * @param pattern found anywhere in the reason; anchor it with {@code ^} and {@code $} for the whole
 * @param example a reason that matches; empty if none is known
 * @param nanoTime times the searches, in nanoseconds since any moment
 */
public record ReasonPattern(Pattern pattern, String example, LongSupplier nanoTime) {
  /** While Slack waits for its acknowledgement, three seconds at most. */
  private static final Duration AT_ONCE = Duration.ofMillis(50);

  /** Where only the person who typed it waits. */
  private static final Duration PATIENTLY = Duration.ofMillis(250);

  private static final String RULE = "reason";

  /**
   * @throws IllegalArgumentException if the example does not match
   */
  public ReasonPattern {
    if (!example.isEmpty() && !accepts(pattern, example, nanoTime)) {
      throw new IllegalArgumentException("the example must match the pattern");
    }
  }

  public ReasonPattern timedBy(LongSupplier time) {
    return new ReasonPattern(pattern, example, time);
  }

  private static boolean accepts(Pattern pattern, String text, LongSupplier nanoTime) {
    return TimedText.find(pattern, text, nanoTime, PATIENTLY).orElse(false);
  }

  /** Whether a text is found to match within the time limit. */
  public boolean accepts(String text) {
    return accepts(pattern, text, nanoTime);
  }

  /** Whether a search of a text takes too long for an acknowledgement. */
  public boolean isSlowOn(String text) {
    return found(text, AT_ONCE).isEmpty();
  }

  private String words() {
    return example.isEmpty()
        ? "“" + pattern + "”"
        : "“" + pattern + "”, for example “" + example + "”";
  }

  /** What is wrong with a reason; empty if it matches. A blank one never does. */
  Optional<Reason> objectionTo(String reason) {
    return found(reason, PATIENTLY)
        .map(has -> has ? Optional.<Reason>empty() : Optional.of(wrongForm(reason)))
        .orElseGet(() -> Optional.of(tooSlow()));
  }

  /** The same, but empty as well if that cannot be told at once. */
  Optional<Reason> objectionAtOnceTo(String reason) {
    return found(reason, AT_ONCE).filter(has -> !has).map(no -> wrongForm(reason));
  }

  private Optional<Boolean> found(String reason, Duration within) {
    return reason.isBlank()
        ? Optional.of(false)
        : TimedText.find(pattern, reason, nanoTime, within);
  }

  private Reason wrongForm(String reason) {
    String fault =
        reason.isEmpty() ? "A reason is required, of the form " : "The reason must have the form ";
    return new Reason(RULE, fault + words() + ".");
  }

  private Reason tooSlow() {
    return new Reason(
        RULE, "It takes too long to see whether the reason has the form " + words() + ".");
  }
}
