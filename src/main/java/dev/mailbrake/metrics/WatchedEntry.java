package dev.mailbrake.metrics;

import dev.mailbrake.request.AuditEntry;
import dev.mailbrake.request.AuditPosition;
import dev.mailbrake.request.Jobs;
import dev.mailbrake.request.Ledger.Addresses;
import dev.mailbrake.request.Ledger.AuditLog;
import dev.mailbrake.request.Ledger.Calls;
import dev.mailbrake.request.Ledger.Cards;
import dev.mailbrake.request.Ledger.Effects;
import dev.mailbrake.request.Ledger.Entry;
import dev.mailbrake.request.Ledger.Homes;
import dev.mailbrake.request.Ledger.Interactions;
import dev.mailbrake.request.Ledger.Lists;
import dev.mailbrake.request.Ledger.Requests;
import dev.mailbrake.request.StoredAuditRow;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A transaction whose new audit rows somebody sees.
 *
 * @param watcher given each row once it is written, before the commit
 */
record WatchedEntry(Entry entry, Consumer<Happening> watcher) implements Entry {

  @Override
  public AuditLog audit() {
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

  private final class WatchedAudit implements AuditLog {
    private final AuditLog audit;

    WatchedAudit(AuditLog audit) {
      this.audit = audit;
    }

    @Override
    public void append(AuditEntry row) {
      audit.append(row);
      watcher.accept(Happening.of(row, entry.requests()));
    }

    @Override
    public List<StoredAuditRow> after(long seq, int most) {
      return audit.after(seq, most);
    }

    @Override
    public Optional<StoredAuditRow> head() {
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
