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
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
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
    handle
        .createUpdate(
            """
            insert into audit_log (seq, at, event, actor_id, actor_name, request_id, action, zuid,
              account_id, address, prior_state, reason, detail, previous_hash, hash)
            values (:seq, :at, :event, :who.id, :who.name, :subject.requestId, :subject.action,
              :subject.zuid, :subject.accountId, :subject.address, :subject.priorState, :reason,
              :detail, :previousHash, :newHash)
            """)
        .bindMethods(row)
        .bind("newHash", AuditChain.hash(row, Columns::storable))
        .execute();
    appended.accept(entry);
  }

  @Override
  public Optional<AuditRow> head() {
    return handle
        .select("select * from audit_log order by seq desc limit 1")
        .map(AuditTable::row)
        .findFirst();
  }

  @Override
  public List<AuditRow> after(long seq, int most) {
    return handle
        .select("select * from audit_log where seq > ? order by seq limit ?", seq, most)
        .map(AuditTable::row)
        .list();
  }

  @Override
  public Optional<AuditPosition> told(String channel) {
    return handle
        .select("select seq, day from audit_told where channel = ?", channel)
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

  static AuditRow row(ResultSet row, StatementContext context) throws SQLException {
    return new AuditRow(
        row.getLong("seq"),
        Columns.moment(row, "at"),
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
