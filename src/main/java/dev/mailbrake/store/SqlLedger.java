package dev.mailbrake.store;

import dev.mailbrake.request.port.Jobs;
import dev.mailbrake.request.port.Ledger;
import dev.mailbrake.request.port.LedgerUnavailable;
import java.sql.Connection;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** The record in SQL. */
public final class SqlLedger implements Ledger {
  private final Database database;
  private final Function<Connection, Jobs> jobs;
  private final Runnable committed;

  /**
   * @param jobs gives the jobs that are written over a transaction's connection
   * @param committed called after a commit with jobs in it, since they may be due now
   */
  public SqlLedger(Database database, Function<Connection, Jobs> jobs, Runnable committed) {
    this.database = database;
    this.jobs = jobs;
    this.committed = committed;
  }

  @Override
  public <T> T transaction(Function<Transaction, T> work) {
    Committed<T> done = commit(work);
    if (done.owesJobs()) {
      committed.run();
    }
    return done.result();
  }

  private <T> Committed<T> commit(Function<Transaction, T> work) {
    AtomicBoolean worked = new AtomicBoolean();
    try {
      return database.inTransaction(
          handle -> {
            SqlTransaction tx = new SqlTransaction(handle);
            T result = work.apply(tx);
            worked.set(true);
            return new Committed<>(result, tx.jobTable.isPresent());
          });
    } catch (RuntimeException failed) {
      if (!Fault.isOutage(failed)) {
        throw failed; // A bug, which shows by its stack trace.
      }
      if (worked.get() && Fault.hidesTheOutcome(failed)) {
        throw LedgerUnavailable.atCommit(
            "the database broke off while it was written: " + database.why(failed), failed);
      }
      throw new LedgerUnavailable(
          "the database cannot be written: " + database.why(failed), failed);
    }
  }

  private record Committed<T>(T result, boolean owesJobs) {}

  private final class SqlTransaction implements Transaction {
    private final Handle handle;
    private Optional<Jobs> jobTable = Optional.empty();

    SqlTransaction(Handle handle) {
      this.handle = handle;
    }

    @Override
    public Requests requests() {
      return new RequestTable(handle);
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
      return new AuditTable(handle);
    }

    @Override
    public Interactions interactions() {
      return new InteractionTable(handle);
    }

    @Override
    public Calls calls() {
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
