package dev.mailbrake.slack;

import dev.mailbrake.config.Secret;
import dev.mailbrake.log.NamedThreads;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way in by Socket Mode, with several threads that acknowledge what comes: on the client's own
 * single thread a slow listener would delay everybody's acknowledgement past Slack's three seconds.
 */
public final class SocketEvents implements AutoCloseable {
  private static final int THREADS = 8;
  private static final int WAITING = 1_000;
  private static final Duration GRACE = Duration.ofSeconds(3);
  private static final Logger LOG = LoggerFactory.getLogger(SocketEvents.class);

  private final Envelopes envelopes;
  private final SocketConnection connection;
  private final SocketKeeper keeper;
  private final ThreadPoolExecutor acknowledging = threads();

  SocketEvents(SlackApi api, Secret appToken, Envelopes envelopes) {
    this.envelopes = envelopes;
    connection = new SocketConnection(api, appToken, this::take, this::closed);
    keeper = new SocketKeeper(connection);
  }

  private static ThreadPoolExecutor threads() {
    // Where too many wait, the client's own thread helps, and takes no more from Slack meanwhile.
    return new ThreadPoolExecutor(
        THREADS,
        THREADS,
        1,
        TimeUnit.MINUTES,
        new ArrayBlockingQueue<>(WAITING),
        NamedThreads.of("envelope"),
        new ThreadPoolExecutor.CallerRunsPolicy());
  }

  void open() {
    keeper.start();
  }

  boolean isOpen() {
    return keeper.isUp();
  }

  private void closed() {
    keeper.lookSoon();
  }

  private void take(String message) {
    acknowledging.execute(() -> envelopes.answer(message).ifPresent(this::acknowledge));
  }

  private void acknowledge(String answer) {
    try {
      connection.send(answer);
    } catch (RuntimeException broken) {
      LOG.warn(
          "an acknowledgement was not sent, and Slack says so to whoever waits: {}",
          broken.toString());
    }
  }

  /** Closes the connection however the rest went. */
  @Override
  public void close() {
    try {
      keeper.close();
      acknowledging.shutdown();
      boolean done = acknowledging.awaitTermination(GRACE.toMillis(), TimeUnit.MILLISECONDS);
      LOG.debug("all envelopes that were taken are acknowledged: {}", done);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    } finally {
      disconnect();
    }
  }

  private void disconnect() {
    try {
      connection.close();
    } catch (IOException left) {
      LOG.warn("the connection to Slack did not close; it ends with the process", left);
    }
  }
}
