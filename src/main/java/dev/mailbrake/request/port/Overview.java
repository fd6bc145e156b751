package dev.mailbrake.request.port;

import dev.mailbrake.request.model.ChangeRequest;
import java.util.List;

/** One page, from 1, of at most {@link #ROWS} blocks and waiting requests, oldest first. */
public record Overview(
    List<ChangeRequest> blocked, List<ChangeRequest> waiting, int page, int pages) {
  /** Two blocks each fit into Slack's limit of 50 blocks a message. */
  public static final int ROWS = 15;

  public Overview {
    blocked = List.copyOf(blocked);
    waiting = List.copyOf(waiting);
  }

  /** That page, or the last one if there are fewer. */
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
