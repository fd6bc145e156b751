package dev.mailbrake.store;

import dev.mailbrake.mailbox.MailAddress;
import dev.mailbrake.request.port.Transaction;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

final class AddressTable implements Transaction.Addresses {
  private final Handle handle;

  AddressTable(Handle handle) {
    this.handle = handle;
  }

  @Override
  public List<MailAddress> of(String userId) {
    return handle
        .select(
            "select address from person_addresses where user_id = ? order by seen_at desc", userId)
        .map((row, context) -> new MailAddress(row.getString("address")))
        .list();
  }

  /** Later than all others, even if those came from a clock that is ahead of this one. */
  @Override
  public void add(String userId, MailAddress address, Instant at) {
    long latest =
        handle
            .select(
                "select coalesce(max(seen_at), 0) from person_addresses where user_id = ?", userId)
            .mapTo(Long.class)
            .one();
    handle.execute(
        """
        insert into person_addresses (user_id, address, seen_at) values (?, ?, ?)
        on conflict (user_id, address) do update set seen_at = excluded.seen_at
        """,
        userId,
        address.value(),
        Math.max(at.toEpochMilli(), latest + 1));
  }
}
