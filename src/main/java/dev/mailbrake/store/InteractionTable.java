package dev.mailbrake.store;

import dev.mailbrake.request.port.Transaction;
import java.time.Duration;
import java.time.Instant;
import org.jdbi.v3.core.Handle;

final class InteractionTable implements Transaction.Interactions {
  /** Far longer than the five minutes for which a signature is valid. */
  private static final Duration KEPT = Duration.ofDays(1);

  private final Handle handle;

  InteractionTable(Handle handle) {
    this.handle = handle;
  }

  @Override
  public boolean take(String id, Instant now) {
    if (id.isEmpty()) {
      return true;
    }
    // What lies far ahead was written before a clock was set back.
    handle.execute(
        "delete from interactions where at < ? or at > ?", now.minus(KEPT), now.plus(KEPT));
    return handle.execute(
            "insert into interactions (id, at) values (?, ?) on conflict do nothing", id, now)
        == 1;
  }

  @Override
  public boolean isTaken(String id) {
    return handle
            .select("select count(*) from interactions where id = ?", id)
            .mapTo(Long.class)
            .one()
        > 0;
  }
}
