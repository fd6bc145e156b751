package dev.mailbrake.sandbox.page;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends the new state to all browsers soon after a change, once for many changes at a time. */
final class Broadcast implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Broadcast.class);
  private static final long GATHER_MILLIS = 30;
  private static final long KEEP_ALIVE_SECONDS = 15;

  private final Supplier<String> state;
  private final List<EventStreamClient> clients = new CopyOnWriteArrayList<>();
  private final AtomicBoolean due = new AtomicBoolean();
  private final ScheduledThreadPoolExecutor thread;

  Broadcast(Supplier<String> state) {
    this.state = state;
    // Once everything is closing, nobody needs to hear of a change.
    thread =
        new ScheduledThreadPoolExecutor(
            1, Broadcast::daemon, new ThreadPoolExecutor.DiscardPolicy());
    var unused =
        thread.scheduleWithFixedDelay(
            () -> clients.forEach(EventStreamClient::keepAlive),
            KEEP_ALIVE_SECONDS,
            KEEP_ALIVE_SECONDS,
            TimeUnit.SECONDS);
  }

  void add(Response response, Callback callback) {
    EventStreamClient client = new EventStreamClient(response, callback, clients::remove);
    clients.add(client);
    client.show(state.get());
  }

  /** Schedules sending the state after a change; returns at once. */
  void scheduleUpdate() {
    if (due.compareAndSet(false, true)) {
      var unused = thread.schedule(this::sendState, GATHER_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  private void sendState() {
    due.set(false);
    try {
      String json = state.get();
      clients.forEach(client -> client.show(json));
    } catch (RuntimeException failure) {
      LOG.warn(
          "Could not send a change to the page; the next change will bring it up to date.",
          failure);
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "page-broadcast");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
