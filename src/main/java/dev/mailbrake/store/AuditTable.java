package dev.mailbrake.store;

import dev.mailbrake.request.AuditEntry;
import dev.mailbrake.request.AuditSubject;
import dev.mailbrake.request.Ledger;
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
    Optional<Head> head =
        handle
            .createQuery("select seq, hash from audit_log order by seq desc limit 1")
            .map((row, context) -> new Head(row.getLong("seq"), row.getString("hash")))
            .findFirst();
    long seq = head.map(Head::seq).orElse(0L) + 1;
    String previous = head.map(Head::hash).orElse(AuditChain.START);
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

  private record Head(long seq, String hash) {}
}
