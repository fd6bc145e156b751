package dev.mailbrake.request.port;

import dev.mailbrake.request.model.ChangeRequest;
import java.util.List;
import java.util.function.Function;

public sealed interface HomeTab {
  /** This many rows of five blocks and decisions of three fit into a view's hundred blocks. */
  int ROWS = 9;

  int DECISIONS = 20;

  record Closed(String sentence) implements HomeTab {}

  /**
   * What an approver sees.
   *
   * @param waiting the oldest, at most {@link #ROWS}
   * @param blocked the oldest, at most {@link #ROWS}
   * @param unshown how many more there are of both
   * @param decided the newest, at most {@link #DECISIONS}
   */
  record Open(
      List<ChangeRequest> waiting,
      List<ChangeRequest> blocked,
      int unshown,
      List<ChangeRequest> decided)
      implements HomeTab {
    public Open {
      waiting = List.copyOf(waiting);
      blocked = List.copyOf(blocked);
      decided = List.copyOf(decided);
    }

    public static Open read(Transaction.Lists lists) {
      List<ChangeRequest> waiting = lists.waiting(0, ROWS);
      List<ChangeRequest> blocked = lists.blocked(0, ROWS);
      int all = lists.countWaiting() + lists.countBlocked();
      return new Open(
          waiting, blocked, all - waiting.size() - blocked.size(), lists.decided(DECISIONS));
    }
  }

  default <T> T fold(Function<Closed, T> closed, Function<Open, T> open) {
    return this instanceof Closed shut ? closed.apply(shut) : open.apply((Open) this);
  }
}
