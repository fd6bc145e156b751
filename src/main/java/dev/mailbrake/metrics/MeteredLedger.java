package dev.mailbrake.metrics;

import dev.mailbrake.request.port.Ledger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A ledger that counts what goes into its audit trail, where every decision and outcome passes. It
 * counts after the commit: what was not written has not happened.
 */
public final class MeteredLedger implements Ledger {
  private final Ledger ledger;
  private final AuditCounts counts;

  private MeteredLedger(Ledger ledger, AuditCounts counts) {
    this.ledger = ledger;
    this.counts = counts;
  }

  public static MeteredLedger over(Ledger ledger, Meters meters) {
    AuditCounts counts = new AuditCounts(meters);
    counts.expectOutcomes();
    return new MeteredLedger(ledger, counts);
  }

  @Override
  public <T> T transaction(Function<Transaction, T> work) {
    List<Happening> happened = new ArrayList<>();
    T result = ledger.transaction(entry -> work.apply(new WatchedEntry(entry, happened::add)));
    happened.forEach(counts::count);
    return result;
  }
}
