package dev.mailbrake.slack;

import dev.mailbrake.log.NamedThreads;
import dev.mailbrake.request.port.Backoff;
import dev.mailbrake.slack.SocketConnection.NoConnection;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the connection open: pings it, since a half-open one looks alive, and reconnects. */
final class SocketKeeper implements AutoCloseable {
  /** After a connection closes, the next tick looks, so at most one is opened a second. */
  private static final Duration TICK = Duration.ofSeconds(1);

  private static final Duration GRACE = Duration.ofSeconds(2);

  private static final int TICKS_BETWEEN_LOOKS = 5;

  /** Slack guarantees one address a minute, and allows more in a burst (tier 1). */
  private static final Backoff BACKOFF = new Backoff(TICK, Duration.ofMinutes(1));

  private static final Logger LOG = LoggerFactory.getLogger(SocketKeeper.class);

  private final SocketConnection connection;
  private final ScheduledExecutorService ticks =
      Executors.newSingleThreadScheduledExecutor(NamedThreads.of("slack-socket"));
  private volatile boolean isUp;
  private volatile boolean hasClosed; // a connection, and nobody has looked since
  private int untilNextLook; // like the next two fields, only used on the ticks' thread
  private int failures;
  private String failure = "";

  SocketKeeper(SocketConnection connection) {
    this.connection = connection;
  }

  @SuppressWarnings("FutureReturnValueIgnored") // tick() catches everything
  void start() {
    ticks.scheduleWithFixedDelay(this::tick, 0, TICK.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** For when a connection closed, perhaps the current one, or the one being opened. */
  void lookSoon() {
    hasClosed = true;
  }

  /** Whether the connection was alive at the last look, a few seconds ago. */
  boolean isUp() {
    return isUp;
  }

  private void tick() {
    untilNextLook--;
    // While there is none, looks keep to their backoff, whatever closes.
    if (untilNextLook > 0 && !(isUp && hasClosed)) {
      return;
    }
    untilNextLook = TICKS_BETWEEN_LOOKS;
    hasClosed = false;
    try {
      look();
    } catch (RuntimeException bug) { // It would be the last tick.
      LOG.error("the connection to Slack could not be checked", bug);
    }
  }

  private void look() {
    if (connection.isAlive()) {
      found();
      return;
    }
    isUp = false;
    connection.connect().ifPresentOrElse(this::missed, this::found);
  }

  private void found() {
    if (!isUp) {
      LOG.info("connected to Slack by Socket Mode");
    }
    isUp = true;
    failures = 0;
    failure = "";
  }

  /** Logs each reason once, however long it lasts. */
  private void missed(NoConnection refused) {
    if (!failure.equals(refused.why())) {
      LOG.error("no connection to Slack, so no command arrives: {}", refused.why());
    }
    failure = refused.why();
    failures++;
    untilNextLook = (int) BACKOFF.pause(failures, refused.pause()).toSeconds();
  }

  /** Lets a look finish: interrupted while connecting, it would leave a connection open. */
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
