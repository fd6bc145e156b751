package dev.mailbrake.bench.crash;

import java.util.ArrayList;
import java.util.List;

/**
 * What the comparison found, each finding as kind, colon and details. All three lists are empty if
 * the bot is right.
 */
public final class Findings {
  private final List<String> lost = new ArrayList<>();
  private final List<String> repeated = new ArrayList<>();
  private final List<String> untrue = new ArrayList<>();

  void lost(String what) {
    lost.add(what);
  }

  void repeated(String what) {
    repeated.add(what);
  }

  void untrue(String what) {
    untrue.add(what);
  }

  /** What people were told is confirmed but did not happen or is not on record. */
  public List<String> lost() {
    return List.copyOf(lost);
  }

  /** What happened more than once. */
  public List<String> repeated() {
    return List.copyOf(repeated);
  }

  /** Contradictions between a card, the record and Zoho. */
  public List<String> untrue() {
    return List.copyOf(untrue);
  }

  public boolean isEmpty() {
    return lost.isEmpty() && repeated.isEmpty() && untrue.isEmpty();
  }
}
