package dev.mailbrake.request.port;

import dev.mailbrake.request.model.ChangeRequest;
import java.util.List;

/**
 * A page of what Mailbrake keeps blocked, then of what is waiting; each oldest first, together at
 * most {@link #ROWS}.
 *
 * @param page from 1
 * @param pages at least 1
 */
public record Overview(
    List<ChangeRequest> blocked, List<ChangeRequest> waiting, int page, int pages) {
  /** Two blocks a row must fit into a message's fifty. */
  public static final int ROWS = 15;

  public Overview {
    blocked = List.copyOf(blocked);
    waiting = List.copyOf(waiting);
  }

  /** The page with that number, or the last one. */
  public static Overview read(Transaction.Lists lists, int page) {
    int allBlocked = lists.countBlocked();
    int all = allBlocked + lists.countWaiting();
    int pages = Math.max(1, (all + ROWS - 1) / ROWS);
    int shown = Math.min(Math.max(page, 1), pages);
    int skip = (shown - 1) * ROWS;
    List<ChangeRequest> blocked = lists.blocked(skip, ROWS);
    return new Overview(
        blocked,
        lists.waiting(Math.max(0, skip - allBlocked), ROWS - blocked.size()),
        shown,
        pages);
  }
}
