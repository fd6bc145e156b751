package dev.mailbrake.cli;

import dev.mailbrake.check.Finding;

/** A finding as a line for the operator. */
final class FindingLine {
  private FindingLine() {}

  static String of(Finding finding) {
    return finding.holds()
        ? "✓ %s: %s".formatted(finding.subject(), finding.seen())
        : "✗ %s: %s. %s".formatted(finding.subject(), finding.seen(), finding.remedy());
  }
}
