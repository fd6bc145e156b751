package dev.mailbrake.policy;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The form that a reason must have.
 *
 * @param pattern found anywhere in the reason; anchor it with {@code ^} and {@code $} for the whole
 * @param example a reason that has the form; empty if none is known
 */
public record ReasonPattern(Pattern pattern, String example) {

  /**
   * @throws IllegalArgumentException if the example does not have the form
   */
  public ReasonPattern {
    if (!example.isEmpty() && !pattern.matcher(example).find()) {
      throw new IllegalArgumentException("the example must match the pattern");
    }
  }

  /** The form, and an example of it where there is one, for the person who has to keep to it. */
  private String words() {
    return example.isEmpty()
        ? "“" + pattern + "”"
        : "“" + pattern + "”, for example “" + example + "”";
  }

  /** What is wrong with a reason; empty if it has the form. A blank one never has it. */
  Optional<Reason> objectionTo(String reason) {
    if (!reason.isBlank() && accepts(reason)) {
      return Optional.empty();
    }
    String fault =
        reason.isEmpty() ? "A reason is required, of the form " : "The reason must have the form ";
    return Optional.of(new Reason("reason", fault + words() + "."));
  }

  boolean accepts(String reason) {
    return pattern.matcher(reason).find();
  }
}
