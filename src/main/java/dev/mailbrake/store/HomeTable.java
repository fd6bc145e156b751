package dev.mailbrake.store;

import dev.mailbrake.audit.PersonName;
import dev.mailbrake.request.model.Home;
import dev.mailbrake.request.port.Transaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

final class HomeTable implements Transaction.Homes {
  private final Handle handle;

  HomeTable(Handle handle) {
    this.handle = handle;
  }

  @Override
  public Home opened(PersonName who, Instant at) {
    handle.execute(
        """
        insert into homes (user_id, opened_at, revision, shown) values (?, ?, 1, 0)
        on conflict (user_id) do update
          set opened_at = excluded.opened_at, revision = homes.revision + 1
        """,
        who.id(),
        at);
    return find(who.id()).orElseThrow();
  }

  @Override
  public Optional<Home> find(String userId) {
    return handle
        .select("select * from homes where user_id = ?", userId)
        .map(HomeTable::home)
        .findFirst();
  }

  @Override
  public List<Home> changed() {
    handle.execute("update homes set revision = revision + 1");
    return handle.select("select * from homes").map(HomeTable::home).list();
  }

  @Override
  public void shown(String userId, long revision) {
    handle.execute("update homes set shown = ? where user_id = ?", revision, userId);
  }

  @Override
  public void forget(String userId) {
    handle.execute("delete from homes where user_id = ?", userId);
  }

  private static Home home(ResultSet row, StatementContext context) throws SQLException {
    return new Home(
        row.getString("user_id"),
        Columns.moment(row, "opened_at"),
        row.getLong("revision"),
        row.getLong("shown"));
  }
}
