package dev.mailbrake.store;

import dev.mailbrake.audit.AuditEntry;
import dev.mailbrake.request.model.ChangeRequest;
import dev.mailbrake.request.port.CallLog;
import dev.mailbrake.request.port.Jobs;
import dev.mailbrake.request.port.Ledger;
import dev.mailbrake.request.port.Ledger.Committed;
import dev.mailbrake.request.port.LedgerUnavailable;
import dev.mailbrake.request.port.Transaction;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

public final class SqlLedger implements Ledger {
  private static final Logger LOG = LoggerFactory.getLogger(SqlLedger.class);

  private final Database database;
  private final Function<Connection, Jobs> jobs;
  private final Consumer<Committed> committed;

  /**
   * @param jobs makes the job table of a transaction's connection
   * @param committed called after each commit; what it throws is logged and breaks nothing
   */
  public SqlLedger(
      Database database, Function<Connection, Jobs> jobs, Consumer<Committed> committed) {
    this.database = database;
    this.jobs = jobs;
    this.committed = committed;
  }

  @Override
  public <T> T read(Function<Transaction, T> work) {
    return database.reading(handle -> work.apply(new SqlTransaction(handle)));
  }

  @Override
  public <T> T update(Function<Transaction, T> work) {
    List<Committed> written = new ArrayList<>();
    T result;
    try {
      result =
          database.inTransaction(
              handle -> {
                SqlTransaction tx = new SqlTransaction(handle);
                T worked = work.apply(tx);
                written.add(tx.written());
                return worked;
              });
    } catch (RuntimeException failed) {
      throw translated(failed, !written.isEmpty());
    }
    try {
      written.forEach(committed);
    } catch (RuntimeException bug) {
      LOG.error("a transaction was committed, but not counted", bug);
    }
    return result;
  }

  private RuntimeException translated(RuntimeException failed, boolean atCommit) {
    if (!Fault.isOutage(failed)) {
      return failed; // A bug.
    }
    return atCommit && Fault.hidesTheOutcome(failed)
        ? LedgerUnavailable.atCommit(
            "the database failed during the commit: " + database.why(failed), failed)
        : new LedgerUnavailable("the database cannot be written: " + database.why(failed), failed);
  }

  private final class SqlTransaction implements Transaction {
    private final Handle handle;
    private final List<AuditEntry> entries = new ArrayList<>();
    private final List<ChangeRequest> steps = new ArrayList<>();
    private Optional<Jobs> jobTable = Optional.empty();

    SqlTransaction(Handle handle) {
      this.handle = handle;
    }

    Committed written() {
      return new Committed(entries, steps, jobTable.isPresent());
    }

    @Override
    public Requests requests() {
      return new RequestTable(handle, steps::add);
    }

    @Override
    public Effects effects() {
      return new EffectTable(handle);
    }

    @Override
    public Lists lists() {
      return new ListTable(handle);
    }

    @Override
    public Homes homes() {
      return new HomeTable(handle);
    }

    @Override
    public Addresses addresses() {
      return new AddressTable(handle);
    }

    @Override
    public Cards cards() {
      return new CardTable(handle);
    }

    @Override
    public AuditRows audit() {
      return new AuditTable(handle, entries::add);
    }

    @Override
    public Interactions interactions() {
      return new InteractionTable(handle);
    }

    @Override
    public CallLog calls() {
      return new CallTable(handle);
    }

    @Override
    public Jobs jobs() {
      Jobs table = jobTable.orElseGet(() -> jobs.apply(handle.getConnection()));
      jobTable = Optional.of(table);
      return table;
    }
  }
}
