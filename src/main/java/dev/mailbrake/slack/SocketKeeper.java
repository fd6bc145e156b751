package dev.mailbrake.slack;

import dev.mailbrake.log.NamedThreads;
import dev.mailbrake.request.port.Backoff;
import dev.mailbrake.slack.SocketConnection.NoConnection;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks after the connection of Socket Mode: pings it every few seconds, since one that is half
 * open looks alive until then, and opens another one for as long as it takes.
 */
final class SocketKeeper implements AutoCloseable {
  /** After a connection was closed, the next tick looks, so no more than one is opened a second. */
  private static final Duration TICK = Duration.ofSeconds(1);

  private static final Duration GRACE = Duration.ofSeconds(2);

  private static final int TICKS_BETWEEN_LOOKS = 5;

  /** Slack grants an address once a minute for sure, and more in a burst (tier 1). */
  private static final Backoff BACKOFF = new Backoff(TICK, Duration.ofMinutes(1));

  private static final Logger LOG = LoggerFactory.getLogger(SocketKeeper.class);

  private final SocketConnection connection;
  private final ScheduledExecutorService ticks =
      Executors.newSingleThreadScheduledExecutor(NamedThreads.of("slack-socket"));
  private final AtomicInteger untilNextLook = new AtomicInteger();
  private volatile boolean isUp;
  private int failures; // this and the next only on the thread of the ticks
  private String failure = "";

  SocketKeeper(SocketConnection connection) {
    this.connection = connection;
  }

  @SuppressWarnings("FutureReturnValueIgnored") // a tick catches what is thrown in it
  void start() {
    ticks.scheduleWithFixedDelay(this::tick, 0, TICK.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** A connection was closed, perhaps the one that counts. */
  void lookSoon() {
    if (isUp) {
      untilNextLook.set(0);
    }
  }

  /** Whether the last look, a few seconds ago, found the connection alive. */
  boolean isUp() {
    return isUp;
  }

  private void tick() {
    if (untilNextLook.decrementAndGet() > 0) {
      return;
    }
    untilNextLook.set(TICKS_BETWEEN_LOOKS);
    try {
      look();
    } catch (RuntimeException defect) { // It would be the last tick.
      LOG.error("the connection to Slack could not be looked after", defect);
    }
  }

  private void look() {
    if (connection.isAlive()) {
      found();
      return;
    }
    isUp = false;
    Optional<NoConnection> refused = connection.connect();
    refused.ifPresentOrElse(this::missed, this::found);
  }

  private void found() {
    if (!isUp) {
      LOG.info("connected to Slack by Socket Mode");
    }
    isUp = true;
    failures = 0;
    failure = "";
  }

  /** Said once, however long it lasts. */
  private void missed(NoConnection refused) {
    if (!failure.equals(refused.why())) {
      LOG.error("no connection to Slack, so that no command arrives: {}", refused.why());
    }
    failure = refused.why();
    failures++;
    untilNextLook.set((int) BACKOFF.pause(failures, refused.pause()).toSeconds());
  }

  /** Lets a look finish: interrupted while it connects, it would leave a connection to nobody. */
  @Override
  public void close() {
    ticks.shutdown();
    try {
      if (!ticks.awaitTermination(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.warn("the connection to Slack is still being opened; it ends with the process");
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
    isUp = false;
  }
}
