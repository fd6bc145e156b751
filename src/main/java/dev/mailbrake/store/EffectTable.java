package dev.mailbrake.store;

import dev.mailbrake.mailbox.MailboxId;
import dev.mailbrake.request.model.ChangeRequest;
import dev.mailbrake.request.model.Effect;
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
    Effect effect = request.effect();
    handle
        .createUpdate(
            """
            update requests set effect_since = :since, effect_until = :until, effect_over = :over,
              differs = :differs, checked_at = :checked, suspected = :suspected where id = :id
            """)
        .bind("id", request.id().value())
        .bind("since", effect.since().toEpochMilli())
        .bind("until", effect.until().toEpochMilli())
        .bind("over", effect.supersededAt().toEpochMilli())
        .bind("differs", effect.drifted() ? 1 : 0)
        .bind("checked", effect.checked().toEpochMilli())
        .bind("suspected", effect.suspected() ? 1 : 0)
        .execute();
  }

  @Override
  public Optional<ChangeRequest> inForce(MailboxId mailbox) {
    return handle
        .createQuery(
            """
            select * from requests
            where account_id = :account and effect_since > 0 and effect_over = 0
            """)
        .bind("account", mailbox.accountId())
        .map(RequestRow::request)
        .findFirst();
  }

  @Override
  public int blockedSince(Instant start, MailboxId except) {
    return handle
        .createQuery(
            """
            select count(distinct account_id) from requests
            where decided_at > :start and action = 'BLOCK' and account_id <> :except
              and state in ('CONFIRMED', 'ACCEPTED', 'VERIFIED', 'UNVERIFIED', 'REHEARSED')
            """)
        .bind("start", start.toEpochMilli())
        .bind("except", except.accountId())
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
              and (checked_at < :checked or checked_at > :latest) and (action = 'BLOCK' or effect_since > :allowed)
              and not exists (
                select 1 from requests other
                where other.account_id = requests.account_id
                  and other.state in ('CONFIRMED', 'ACCEPTED'))
            order by checked_at, effect_since limit 1
            """)
        .bind("since", due.since().toEpochMilli())
        .bind("checked", due.checked().toEpochMilli())
        .bind("latest", due.latest().toEpochMilli())
        .bind("allowed", due.unblocked().toEpochMilli())
        .map(RequestRow::request)
        .findFirst();
  }
}
