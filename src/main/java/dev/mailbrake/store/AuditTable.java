package dev.mailbrake.store;

import dev.mailbrake.request.AuditEntry;
import dev.mailbrake.request.AuditPosition;
import dev.mailbrake.request.AuditSubject;
import dev.mailbrake.request.Ledger;
import dev.mailbrake.request.StoredAuditRow;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The audit trail in its table. Rows are added and never touched again. */
final class AuditTable implements Ledger.AuditLog {
  private final Handle handle;

  AuditTable(Handle handle) {
    this.handle = handle;
  }

  @Override
  public void append(AuditEntry entry) {
    Optional<StoredAuditRow> newest = head();
    long seq = newest.map(StoredAuditRow::seq).orElse(0L) + 1;
    String previous = newest.map(StoredAuditRow::hash).orElse(AuditChain.START);
    AuditSubject subject = entry.subject();
    handle
        .createUpdate(
            """
            insert into audit_log (seq, at, event, actor_id, actor_name, request_id, action, zuid,
              account_id, address, prior_state, reason, detail, previous_hash, hash)
            values (:seq, :at, :event, :actorId, :actorName, :requestId, :action, :zuid,
              :accountId, :address, :priorState, :reason, :detail, :previous, :hash)
            """)
        .bind("seq", seq)
        .bind("at", entry.at().toEpochMilli())
        .bind("event", entry.event().name())
        .bind("actorId", entry.who().id())
        .bind("actorName", entry.who().name())
        .bind("requestId", subject.requestId())
        .bind("action", subject.action())
        .bind("zuid", subject.zuid())
        .bind("accountId", subject.accountId())
        .bind("address", subject.address())
        .bind("priorState", subject.priorState())
        .bind("reason", entry.reason())
        .bind("detail", entry.detail())
        .bind("previous", previous)
        .bind("hash", AuditChain.hash(seq, entry, previous))
        .execute();
  }

  @Override
  public Optional<StoredAuditRow> head() {
    return handle
        .createQuery("select * from audit_log order by seq desc limit 1")
        .map(new StoredAuditMapper())
        .findFirst();
  }

  @Override
  public List<StoredAuditRow> after(long seq, int most) {
    return handle
        .createQuery("select * from audit_log where seq > :seq order by seq limit :most")
        .bind("seq", seq)
        .bind("most", most)
        .map(new StoredAuditMapper())
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
}
