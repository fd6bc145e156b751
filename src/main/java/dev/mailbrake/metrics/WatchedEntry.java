package dev.mailbrake.metrics;

import dev.mailbrake.audit.AuditEntry;
import dev.mailbrake.audit.AuditPosition;
import dev.mailbrake.audit.AuditRow;
import dev.mailbrake.request.port.Jobs;
import dev.mailbrake.request.port.Ledger.Addresses;
import dev.mailbrake.request.port.Ledger.AuditRows;
import dev.mailbrake.request.port.Ledger.Calls;
import dev.mailbrake.request.port.Ledger.Cards;
import dev.mailbrake.request.port.Ledger.Effects;
import dev.mailbrake.request.port.Ledger.Homes;
import dev.mailbrake.request.port.Ledger.Interactions;
import dev.mailbrake.request.port.Ledger.Lists;
import dev.mailbrake.request.port.Ledger.Requests;
import dev.mailbrake.request.port.Ledger.Transaction;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A transaction whose new audit rows somebody sees.
 *
 * @param watcher given each row once it is written, before the commit
 */
record WatchedEntry(Transaction entry, Consumer<Happening> watcher) implements Transaction {

  @Override
  public AuditRows audit() {
    return new WatchedAudit(entry.audit());
  }

  @Override
  public Requests requests() {
    return entry.requests();
  }

  @Override
  public Effects effects() {
    return entry.effects();
  }

  @Override
  public Lists lists() {
    return entry.lists();
  }

  @Override
  public Cards cards() {
    return entry.cards();
  }

  @Override
  public Jobs jobs() {
    return entry.jobs();
  }

  @Override
  public Interactions interactions() {
    return entry.interactions();
  }

  @Override
  public Calls calls() {
    return entry.calls();
  }

  @Override
  public Homes homes() {
    return entry.homes();
  }

  @Override
  public Addresses addresses() {
    return entry.addresses();
  }

  private final class WatchedAudit implements AuditRows {
    private final AuditRows audit;

    WatchedAudit(AuditRows audit) {
      this.audit = audit;
    }

    @Override
    public void append(AuditEntry row) {
      audit.append(row);
      watcher.accept(Happening.of(row, entry.requests()));
    }

    @Override
    public List<AuditRow> after(long seq, int most) {
      return audit.after(seq, most);
    }

    @Override
    public Optional<AuditRow> head() {
      return audit.head();
    }

    @Override
    public Optional<AuditPosition> told(String channel) {
      return audit.told(channel);
    }

    @Override
    public void tell(AuditPosition position) {
      audit.tell(position);
    }
  }
}
