package dev.mailbrake.sandbox.slack.socket;

import dev.mailbrake.sandbox.slack.StateLock;
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
 * The WebSockets that the bot holds open: ten at most, which take turns. One that was asked to
 * leave is closed shortly after another has connected, or when its time is up; until then it gets
 * payloads only if there is no other.
 */
public final class BotSockets {

  private static final int MOST = 10;
  private static final Duration MOMENT = Duration.ofMillis(100);

  private final StateLock lock;
  private final Clock clock;
  private final List<BotSocket> staying = new ArrayList<>();
  private final List<BotSocket> leaving = new ArrayList<>();
  private int opened;
  private int deliveries;
  private volatile Duration timeToLeave = Duration.ofSeconds(10);

  public BotSockets(StateLock lock, Clock clock) {
    this.lock = lock;
    this.clock = clock;
  }

  public void leaveWithin(Duration time) {
    timeToLeave = time;
  }

  void opened(BotSocket connection) {
    if (!lock.change(() -> admits(connection))) {
      connection.send(SocketMessages.disconnect("too_many_websockets"));
      connection.close();
      return;
    }
    connection.send(SocketMessages.hello(all().size(), clock.instant()));
    lock.read(() -> List.copyOf(leaving)).forEach(old -> in(MOMENT).execute(old::close));
  }

  void closed(BotSocket connection) {
    lock.change(
        () -> {
          boolean unused = staying.remove(connection) || leaving.remove(connection);
        });
  }

  /** The socket whose turn it is. */
  Optional<BotSocket> next() {
    return lock.change(
        () -> {
          List<BotSocket> candidates = staying.isEmpty() ? leaving : staying;
          return candidates.isEmpty()
              ? Optional.empty()
              : Optional.of(candidates.get(deliveries++ % candidates.size()));
        });
  }

  /** Asks all sockets to leave. */
  void refresh() {
    List<BotSocket> old = all();
    lock.change(
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
    forget().forEach(BotSockets::dismiss);
  }

  void cut() {
    forget().forEach(BotSocket::cut);
  }

  List<BotSocket> all() {
    return lock.read(() -> Stream.concat(staying.stream(), leaving.stream()).toList());
  }

  /** The sockets that were not asked to leave. */
  int count() {
    return lock.read(staying::size);
  }

  int opened() {
    return lock.read(() -> opened);
  }

  private boolean admits(BotSocket connection) {
    boolean room = staying.size() + leaving.size() < MOST;
    if (room) {
      staying.add(connection);
      opened++;
    }
    return room;
  }

  private List<BotSocket> forget() {
    return lock.change(
        () -> {
          List<BotSocket> old = all();
          staying.clear();
          leaving.clear();
          return old;
        });
  }

  private static void dismiss(BotSocket connection) {
    connection.send(SocketMessages.disconnect("link_disabled"));
    connection.close();
  }

  private static Executor in(Duration time) {
    return CompletableFuture.delayedExecutor(time.toMillis(), TimeUnit.MILLISECONDS);
  }
}
