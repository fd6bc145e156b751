package dev.mailbrake.store;

import dev.mailbrake.request.port.CallLog;
import dev.mailbrake.request.port.CallLog.ThrottlePause;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

final class CallTable implements CallLog {
  /** Far longer than the minute that counts. */
  private static final Duration KEPT = Duration.ofMinutes(10);

  private final Handle handle;

  CallTable(Handle handle) {
    this.handle = handle;
  }

  @Override
  public void add(Instant at) {
    // What lies ahead was written before a clock was set back.
    handle.execute("delete from zoho_calls where at < ? or at > ?", at.minus(KEPT), at.plus(KEPT));
    handle.execute(
        "insert into zoho_calls (id, at) values (?, ?)", UUID.randomUUID().toString(), at);
  }

  @Override
  public List<Instant> after(Instant moment) {
    return handle
        .select("select at from zoho_calls where at > ? order by at", moment)
        .map((row, context) -> Columns.moment(row, "at"))
        .list();
  }

  @Override
  public ThrottlePause pause() {
    return handle
        .select("select starts, ends, throttlings from zoho_pause")
        .map(
            (row, context) ->
                new ThrottlePause(
                    Columns.moment(row, "starts"),
                    Columns.moment(row, "ends"),
                    row.getInt("throttlings")))
        .one();
  }

  @Override
  public void pause(ThrottlePause pause) {
    handle.execute(
        "update zoho_pause set starts = ?, ends = ?, throttlings = ?",
        pause.from(),
        pause.until(),
        pause.throttlings());
  }
}
