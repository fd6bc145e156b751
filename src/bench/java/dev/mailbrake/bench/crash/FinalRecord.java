package dev.mailbrake.bench.crash;

import dev.mailbrake.request.model.CardId;
import dev.mailbrake.request.model.ChangeRequest;
import dev.mailbrake.request.port.Jobs;
import dev.mailbrake.request.port.Ledger;
import dev.mailbrake.sandbox.database.FreshDatabase;
import dev.mailbrake.store.Database;
import dev.mailbrake.store.SqlLedger;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The bot's record once everything has come to rest.
 *
 * @param pendingJobs the jobs left over that should have been done
 * @param reminders the ids of the blocks whose reminder is still scheduled
 */
record FinalRecord(
    List<RecordedCard> cards,
    List<RecordedEvent> audit,
    List<String> pendingJobs,
    List<String> reminders) {
  /**
   * The jobs that must be done by the end. Expiring a decided request does nothing, temporary
   * blocks end long after the campaign, and watches never stop.
   */
  static final String PENDING_JOBS =
      "task_name not in ('expire-request', 'remind-of-end', 'ring', 'tell-audit', 'check-drift')";

  /** A card; {@code message} is the ts of its message, empty if there is none. */
  record RecordedCard(String id, String message, List<ChangeRequest> rows) {}

  static FinalRecord read(FreshDatabase place) {
    try (Database database = Database.open(place.settings());
        Connection connection = place.connect()) {
      Ledger ledger = new SqlLedger(database, FinalRecord::noJobs, written -> {});
      return new FinalRecord(
          query(connection, "select id, message from cards", row -> card(ledger, row)),
          query(connection, "select * from audit_log order by seq", RecordedEvent::of),
          query(
              connection,
              "select task_name, task_instance from scheduled_tasks where " + PENDING_JOBS,
              row -> row.getString(1) + " " + row.getString(2)),
          query(
              connection,
              "select task_instance from scheduled_tasks where task_name = 'remind-of-end'",
              row -> row.getString(1)));
    } catch (SQLException broken) {
      throw new IllegalStateException("cannot read the record", broken);
    }
  }

  Stream<ChangeRequest> requests() {
    return cards.stream().flatMap(card -> card.rows().stream());
  }

  private static RecordedCard card(Ledger ledger, ResultSet row) throws SQLException {
    String id = row.getString("id");
    List<ChangeRequest> rows = ledger.update(tx -> tx.requests().on(new CardId(id)));
    return new RecordedCard(id, row.getString("message"), rows);
  }

  private static Jobs noJobs(Connection connection) {
    throw new IllegalStateException("a reader schedules no jobs");
  }

  private static <T> List<T> query(Connection connection, String sql, RowReader<T> reader)
      throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<T> all = new ArrayList<>();
      while (rows.next()) {
        all.add(reader.of(rows));
      }
      return all;
    }
  }

  private interface RowReader<T> {
    T of(ResultSet row) throws SQLException;
  }
}
