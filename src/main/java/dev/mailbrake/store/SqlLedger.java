package dev.mailbrake.store;

import dev.mailbrake.request.Jobs;
import dev.mailbrake.request.Ledger;
import dev.mailbrake.request.LedgerUnavailable;
import java.sql.Connection;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** The record in SQL. */
public final class SqlLedger implements Ledger {
  private final Database database;
  private final Function<Connection, Jobs> jobs;
  private final Runnable committed;

  /**
   * @param jobs gives the jobs that are written over a transaction's connection
   * @param committed called after a commit, since jobs may be due now
   */
  public SqlLedger(Database database, Function<Connection, Jobs> jobs, Runnable committed) {
    this.database = database;
    this.jobs = jobs;
    this.committed = committed;
  }

  @Override
  public <T> T transaction(Function<Entry, T> work) {
    T result = commit(work);
    committed.run();
    return result;
  }

  private <T> T commit(Function<Entry, T> work) {
    try {
      return database.inTransaction(handle -> work.apply(new SqlEntry(handle)));
    } catch (RuntimeException failed) {
      // Whoever writes over this connection has exceptions of its own around the same fault.
      if (Fault.isIn(failed)) {
        throw new LedgerUnavailable(
            "the database cannot be written: " + Fault.words(failed), failed);
      }
      throw failed;
    }
  }

  private final class SqlEntry implements Entry {
    private final Handle handle;
    private Optional<Jobs> jobTable = Optional.empty();

    SqlEntry(Handle handle) {
      this.handle = handle;
    }

    @Override
    public Requests requests() {
      return new RequestTable(handle);
    }

    @Override
    public Cards cards() {
      return new CardTable(handle);
    }

    @Override
    public AuditLog audit() {
      return new AuditTable(handle);
    }

    @Override
    public Jobs jobs() {
      Jobs table = jobTable.orElseGet(() -> jobs.apply(handle.getConnection()));
      jobTable = Optional.of(table);
      return table;
    }
  }
}
