package dev.mailbrake.check;

import java.util.List;

/** What all checks found, in their order. */
public record Checkup(List<Finding> findings) {

  public Checkup {
    findings = List.copyOf(findings);
  }

  /** Looks, one check after the other. */
  public static Checkup of(List<Check> checks) {
    return new Checkup(checks.stream().flatMap(check -> check.look().stream()).toList());
  }

  /** Whether everything is as it must be. */
  public boolean holds() {
    return findings.stream().allMatch(Finding::holds);
  }
}
