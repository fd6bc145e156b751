package dev.mailbrake.store;

import dev.mailbrake.audit.AuditChain;
import dev.mailbrake.audit.AuditEntry;
import dev.mailbrake.audit.AuditEntry.AuditSubject;
import dev.mailbrake.audit.AuditPosition;
import dev.mailbrake.audit.AuditRow;
import dev.mailbrake.audit.PersonName;
import dev.mailbrake.request.port.Transaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** Rows are added and never touched again. */
final class AuditTable implements Transaction.AuditRows {
  private final Handle handle;
  private final Consumer<AuditEntry> appended;

  AuditTable(Handle handle, Consumer<AuditEntry> appended) {
    this.handle = handle;
    this.appended = appended;
  }

  @Override
  public void append(AuditEntry entry) {
    AuditRow row = AuditRow.next(entry, head());
    AuditSubject subject = row.subject();
    handle
        .createUpdate(
            """
            insert into audit_log (seq, at, event, actor_id, actor_name, request_id, action, zuid,
              account_id, address, prior_state, reason, detail, previous_hash, hash)
            values (:seq, :at, :event, :actorId, :actorName, :requestId, :action, :zuid,
              :accountId, :address, :priorState, :reason, :detail, :previous, :hash)
            """)
        .bind("seq", row.seq())
        .bind("at", row.at().toEpochMilli())
        .bind("event", row.event())
        .bind("actorId", row.who().id())
        .bind("actorName", row.who().name())
        .bind("requestId", subject.requestId())
        .bind("action", subject.action())
        .bind("zuid", subject.zuid())
        .bind("accountId", subject.accountId())
        .bind("address", subject.address())
        .bind("priorState", subject.priorState())
        .bind("reason", row.reason())
        .bind("detail", row.detail())
        .bind("previous", row.previousHash())
        .bind("hash", AuditChain.hash(row, StorableText::of))
        .execute();
    appended.accept(entry);
  }

  @Override
  public Optional<AuditRow> head() {
    return handle
        .createQuery("select * from audit_log order by seq desc limit 1")
        .map(new AuditRowMapper())
        .findFirst();
  }

  @Override
  public List<AuditRow> after(long seq, int most) {
    return handle
        .createQuery("select * from audit_log where seq > :seq order by seq limit :most")
        .bind("seq", seq)
        .bind("most", most)
        .map(new AuditRowMapper())
        .list();
  }

  @Override
  public Optional<AuditPosition> told(String channel) {
    return handle
        .createQuery("select seq, day from audit_told where channel = :channel")
        .bind("channel", channel)
        .map(
            (row, context) ->
                new AuditPosition(
                    channel, row.getLong("seq"), LocalDate.parse(row.getString("day"))))
        .findFirst();
  }

  @Override
  public void tell(AuditPosition position) {
    handle.execute(
        """
        insert into audit_told (channel, seq, day) values (?, ?, ?)
        on conflict (channel) do update set seq = excluded.seq, day = excluded.day
        """,
        position.channel(),
        position.seq(),
        position.day().toString());
  }

  static final class AuditRowMapper implements RowMapper<AuditRow> {
    @Override
    public AuditRow map(ResultSet row, StatementContext context) throws SQLException {
      return new AuditRow(
          row.getLong("seq"),
          Instant.ofEpochMilli(row.getLong("at")),
          row.getString("event"),
          new PersonName(row.getString("actor_id"), row.getString("actor_name")),
          new AuditSubject(
              row.getString("request_id"),
              row.getString("action"),
              row.getString("zuid"),
              row.getString("account_id"),
              row.getString("address"),
              row.getString("prior_state")),
          row.getString("reason"),
          row.getString("detail"),
          row.getString("previous_hash"),
          row.getString("hash"));
    }
  }
}
