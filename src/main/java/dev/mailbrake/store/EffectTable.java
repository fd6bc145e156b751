package dev.mailbrake.store;

import dev.mailbrake.mailbox.MailboxId;
import dev.mailbrake.request.model.ChangeRequest;
import dev.mailbrake.request.model.RequestId;
import dev.mailbrake.request.port.Transaction;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Effects are columns of the table of requests. */
final class EffectTable implements Transaction.Effects {
  private final Handle handle;

  EffectTable(Handle handle) {
    this.handle = handle;
  }

  @Override
  public void note(ChangeRequest request) {
    handle
        .createUpdate(
            """
            update requests set effect_since = :since, effect_until = :until,
              effect_over = :supersededAt, superseded_by = :successor,
              differs = case when :drifted then 1 else 0 end,
              checked_at = :checked, suspected = case when :suspected then 1 else 0 end
            where id = :id
            """)
        .bindMethods(request.effect())
        .bind("id", request.id().value())
        .bind("successor", request.effect().supersededBy().map(RequestId::value).orElse(""))
        .execute();
  }

  @Override
  public Optional<ChangeRequest> inForce(MailboxId mailbox) {
    return handle
        .select(
            "select * from requests where account_id = ? and effect_since > 0 and effect_over = 0",
            mailbox.accountId())
        .map(RequestRow::request)
        .findFirst();
  }

  @Override
  public int blockedSince(Instant start, MailboxId except) {
    return handle
        .select(
            """
            select count(distinct account_id) from requests
            where decided_at > ? and action = 'BLOCK' and account_id <> ?
              and state in ('CONFIRMED', 'ACCEPTED', 'VERIFIED', 'UNVERIFIED', 'REHEARSED')
            """,
            start,
            except.accountId())
        .mapTo(Integer.class)
        .one();
  }

  @Override
  public Optional<ChangeRequest> unchecked(Transaction.Due due) {
    return handle
        .createQuery(
            """
            select * from requests
            where effect_since > 0 and effect_over = 0
              and (effect_since < :since or effect_since > :latest)
              and (checked_at < :checked or checked_at > :latest) and (action = 'BLOCK' or effect_since > :unblocked)
              and not exists (
                select 1 from requests other
                where other.account_id = requests.account_id
                  and other.state in ('CONFIRMED', 'ACCEPTED'))
            order by checked_at, effect_since limit 1
            """)
        .bindMethods(due)
        .map(RequestRow::request)
        .findFirst();
  }
}
