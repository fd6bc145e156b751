package dev.mailbrake.request.port;

import dev.mailbrake.request.model.ChangeRequest;
import java.util.List;
import java.util.function.Function;

public sealed interface HomeTab {
  /** This many rows of 5 and of 3 blocks fit into Slack's limit of 100 blocks a view. */
  int ROWS = 9;

  int DECISIONS = 20;

  record Closed(String sentence) implements HomeTab {}

  /** The oldest {@link #ROWS} of each kind, how many more there are, and the last decisions. */
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
