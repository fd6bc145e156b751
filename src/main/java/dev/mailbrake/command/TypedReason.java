package dev.mailbrake.command;

import java.util.Optional;

/** The rule on how long a reason may be, wherever one is typed. */
final class TypedReason {
  private TypedReason() {}

  /** What is wrong with a reason's length, in a sentence; empty if nothing is. */
  static Optional<String> fault(String reason) {
    int characters = reason.codePointCount(0, reason.length());
    return characters <= CommandParser.LONGEST_REASON
        ? Optional.empty()
        : Optional.of(
            "The reason has %d characters; at most %d are kept as a record."
                .formatted(characters, CommandParser.LONGEST_REASON));
  }
}
