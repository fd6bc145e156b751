package dev.mailbrake.request;

import dev.mailbrake.job.JobTable;
import dev.mailbrake.sandbox.MovableClock;
import dev.mailbrake.sandbox.database.FreshDatabase;
import dev.mailbrake.store.Database;
import dev.mailbrake.store.SqlLedger;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** A real record for tests of the use cases, and what is in it. */
final class OnDisk implements AutoCloseable {
  final MovableClock clock = new MovableClock();
  final Ledger ledger;
  private final Database database;
  private final Jdbi outside;

  OnDisk(Path directory) {
    FreshDatabase place = FreshDatabase.in(directory);
    database = Database.open(place.settings());
    ledger = new SqlLedger(database, JobTable.of(database.dataSource(), clock), () -> {});
    outside = Jdbi.create(place::connect);
  }

  /** Stores a request with its card. */
  ChangeRequest holds(ChangeRequest request) {
    return ledger.transaction(
        entry -> {
          if (entry.cards().find(request.card()).isEmpty()) {
            entry.cards().add(new Card(request.card(), "C0MAILSEC1", CardPlace.none(), 1, 0));
          }
          entry.requests().add(request);
          return request;
        });
  }

  Optional<ChangeRequest> find(ChangeRequest request) {
    return ledger.transaction(entry -> entry.requests().find(request.id()));
  }

  /** Does something to the record past the ledger. */
  void execute(String sql) {
    outside.useHandle(handle -> handle.execute(sql));
  }

  List<String> jobs() {
    return outside.withHandle(
        handle ->
            handle
                .createQuery("select task_name from scheduled_tasks order by task_name")
                .mapTo(String.class)
                .list());
  }

  @Override
  public void close() {
    database.close();
  }
}
