package dev.mailbrake.story;

import dev.mailbrake.sandbox.database.FreshDatabase;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** The database as an auditor reads it, bypassing the bot. */
final class Audited {
  private final Jdbi jdbi;

  Audited(FreshDatabase database) {
    jdbi = Jdbi.create(database::connect);
  }

  /** The events of the audit log, in order. */
  List<String> events() {
    return column("select event from audit_log order by seq");
  }

  /** The details of the events of one kind, in order. */
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

  /** Whether no job is running and none is due. */
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

  /** Whether no request is being applied and all remaining jobs are scheduled for later. */
  boolean isDone() {
    return column(
            """
            select 'job' from scheduled_tasks where picked
              or task_name = 'apply-change' or task_name = 'send-message'
            union all select 'request' from requests where state in ('CONFIRMED', 'ACCEPTED')
            union all select 'card' from cards where shown < revision
            """)
        .isEmpty();
  }

  /** The numbers of the audit rows that don't chain to the row before them. */
  List<String> brokenLinks() {
    return column(
        """
        select later.seq from audit_log later
          left join audit_log earlier on earlier.seq = later.seq - 1
        where later.previous_hash <> coalesce(earlier.hash,
          '0000000000000000000000000000000000000000000000000000000000000000')
        """);
  }

  /** Runs a query that returns one column. */
  List<String> column(String sql) {
    return jdbi.withHandle(handle -> handle.createQuery(sql).mapTo(String.class).list());
  }
}
