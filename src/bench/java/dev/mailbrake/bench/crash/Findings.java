package dev.mailbrake.bench.crash;

import java.util.ArrayList;
import java.util.List;

/**
 * What the comparison has found: a kind, a colon, and what it was. All three are empty if the bot
 * is right.
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

  /** What somebody was told is confirmed and did not happen, or is not on record. */
  public List<String> lost() {
    return List.copyOf(lost);
  }

  /** What happened more often than once. */
  public List<String> repeated() {
    return List.copyOf(repeated);
  }

  /** Where a card, the record and Zoho contradict each other. */
  public List<String> untrue() {
    return List.copyOf(untrue);
  }

  public boolean isEmpty() {
    return lost.isEmpty() && repeated.isEmpty() && untrue.isEmpty();
  }
}
