package dev.mailbrake.store;

import dev.mailbrake.request.model.ChangeRequest;
import dev.mailbrake.request.model.RequestState;
import dev.mailbrake.request.port.Transaction;
import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

final class ListTable implements Transaction.Lists {
  private static final String BLOCKED = "action = 'BLOCK' and effect_since > 0 and effect_over = 0";

  private static final String WAITING = "state = 'WAITING'";

  /** A newer version may have written others: one such row must not hide all the rest. */
  private static final List<String> KNOWN =
      Stream.of(RequestState.values()).map(RequestState::name).toList();

  private final Handle handle;

  ListTable(Handle handle) {
    this.handle = handle;
  }

  @Override
  public List<ChangeRequest> blocked(int skip, int most) {
    return list(BLOCKED, "effect_since", skip, most);
  }

  @Override
  public List<ChangeRequest> waiting(int skip, int most) {
    return list(WAITING, "asked_at", skip, most);
  }

  private List<ChangeRequest> list(String which, String from, int skip, int most) {
    return handle
        .select(
            "select * from requests where %s order by %s, card_id, row_number limit ? offset ?"
                .formatted(which, from),
            most,
            skip)
        .map(RequestRow::request)
        .list();
  }

  @Override
  public int countBlocked() {
    return count(BLOCKED);
  }

  @Override
  public int countWaiting() {
    return count(WAITING);
  }

  private int count(String which) {
    return handle.select("select count(*) from requests where " + which).mapTo(Integer.class).one();
  }

  @Override
  public List<ChangeRequest> decided(int most) {
    return handle
        .createQuery(
            """
            select * from requests where decided_at > 0 and state in (<known>)
              order by decided_at desc, id limit :most
            """)
        .bind("most", most)
        .bindList("known", KNOWN)
        .map(RequestRow::request)
        .list();
  }
}
