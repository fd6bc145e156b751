package dev.mailbrake.slack;

import dev.mailbrake.config.Secret;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes interactions by Socket Mode. Several threads acknowledge them: on the client's single
 * thread, one slow listener would delay everybody's acknowledgement past Slack's three seconds.
 */
public final class SocketEvents implements EventSource {
  private static final Duration GRACE = Duration.ofSeconds(3);
  private static final Logger LOG = LoggerFactory.getLogger(SocketEvents.class);

  private final Envelopes envelopes;
  private final SocketConnection connection;
  private final SocketKeeper keeper;
  private final ThreadPoolExecutor acknowledging = Workers.pool("envelope");

  SocketEvents(SlackApi api, Secret appToken, Envelopes envelopes) {
    this.envelopes = envelopes;
    connection = new SocketConnection(api, appToken, this::take, this::closed);
    keeper = new SocketKeeper(connection);
    // If too many wait, the client's own thread helps, and takes no more from Slack meanwhile.
    acknowledging.setRejectedExecutionHandler(new ThreadPoolExecutor.CallerRunsPolicy());
  }

  @Override
  public void open() {
    keeper.start();
  }

  @Override
  public boolean isOpen() {
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
          "an acknowledgement was not sent, so Slack shows the person an error: {}",
          broken.toString());
    }
  }

  /** Closes the connection even if the rest fails. */
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
