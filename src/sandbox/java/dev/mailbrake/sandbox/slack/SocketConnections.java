package dev.mailbrake.sandbox.slack;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The WebSockets that the bot holds open: ten at most, which take turns. One that was told to leave
 * is closed a moment after another has come, or when its time is over; until then it gets payloads
 * only if there is no other.
 */
final class SocketConnections {

  private static final int MOST = 10;
  private static final Duration MOMENT = Duration.ofMillis(100);

  private final Turn turn;
  private final Clock clock;
  private final List<SocketConnection> staying = new ArrayList<>();
  private final List<SocketConnection> leaving = new ArrayList<>();
  private int opened;
  private int deliveries;
  private volatile Duration timeToLeave = Duration.ofSeconds(10);

  SocketConnections(Turn turn, Clock clock) {
    this.turn = turn;
    this.clock = clock;
  }

  void leaveWithin(Duration time) {
    timeToLeave = time;
  }

  void opened(SocketConnection connection) {
    if (!turn.change(() -> admits(connection))) {
      connection.send(SocketMessages.disconnect("too_many_websockets"));
      connection.close();
      return;
    }
    connection.send(SocketMessages.hello(all().size(), clock.instant()));
    turn.look(() -> List.copyOf(leaving)).forEach(old -> in(MOMENT).execute(old::close));
  }

  void closed(SocketConnection connection) {
    turn.change(
        () -> {
          boolean unused = staying.remove(connection) || leaving.remove(connection);
        });
  }

  /** The one whose turn it is. */
  Optional<SocketConnection> next() {
    return turn.change(
        () -> {
          List<SocketConnection> candidates = staying.isEmpty() ? leaving : staying;
          return candidates.isEmpty()
              ? Optional.empty()
              : Optional.of(candidates.get(deliveries++ % candidates.size()));
        });
  }

  /** Tells all to make room for others. */
  void refresh() {
    List<SocketConnection> old = all();
    turn.change(
        () -> {
          leaving.addAll(staying);
          staying.clear();
        });
    old.forEach(it -> it.send(SocketMessages.disconnect("refresh_requested")));
    old.forEach(it -> in(timeToLeave).execute(it::close));
  }

  void warn() {
    all().forEach(it -> it.send(SocketMessages.disconnect("warning")));
  }

  void dismiss() {
    forget().forEach(SocketConnections::dismiss);
  }

  void cut() {
    forget().forEach(SocketConnection::cut);
  }

  List<SocketConnection> all() {
    return turn.look(() -> Stream.concat(staying.stream(), leaving.stream()).toList());
  }

  /** Those that were not told to leave. */
  int count() {
    return turn.look(staying::size);
  }

  /** How many there ever were. */
  int opened() {
    return turn.look(() -> opened);
  }

  private boolean admits(SocketConnection connection) {
    boolean room = staying.size() + leaving.size() < MOST;
    if (room) {
      staying.add(connection);
      opened++;
    }
    return room;
  }

  private List<SocketConnection> forget() {
    return turn.change(
        () -> {
          List<SocketConnection> old = all();
          staying.clear();
          leaving.clear();
          return old;
        });
  }

  private static void dismiss(SocketConnection connection) {
    connection.send(SocketMessages.disconnect("link_disabled"));
    connection.close();
  }

  private static Executor in(Duration time) {
    return CompletableFuture.delayedExecutor(time.toMillis(), TimeUnit.MILLISECONDS);
  }
}
