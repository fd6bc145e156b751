package dev.mailbrake.story;

import dev.mailbrake.sandbox.database.FreshDatabase;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** The database as an auditor reads it, past the bot. */
final class Audited {
  private final Jdbi jdbi;

  Audited(FreshDatabase database) {
    jdbi = Jdbi.create(database::connect);
  }

  /** The events of the audit trail in their order. */
  List<String> events() {
    return column("select event from audit_log order by seq");
  }

  /** The details of one kind of event, in their order. */
  List<String> details(String event) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select detail from audit_log where event = :event order by seq")
                .bind("event", event)
                .mapTo(String.class)
                .list());
  }

  List<String> states() {
    return column("select state from requests order by asked_at, id");
  }

  /** Whether no job runs and none is due. */
  boolean isAtRest(Instant now) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select count(*) from scheduled_tasks where picked or execution_time <= :now")
                .bind("now", now)
                .mapTo(Integer.class)
                .one()
                .equals(0));
  }

  /** A query that gives one column. */
  List<String> column(String sql) {
    return jdbi.withHandle(handle -> handle.createQuery(sql).mapTo(String.class).list());
  }
}
