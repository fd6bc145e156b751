package dev.mailbrake.slack;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.slack.api.bolt.response.Response;
import com.slack.api.bolt.socket_mode.request.SocketModeRequest;
import com.slack.api.bolt.socket_mode.request.SocketModeRequestParser;
import dev.mailbrake.config.Secret;
import dev.mailbrake.request.wording.Wording;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
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
  private static final Gson GSON = new Gson();

  private final SocketModeRequestParser parser;
  private final BoltRunner runner;
  private final SocketConnection connection;
  private final SocketKeeper keeper;
  private final ThreadPoolExecutor acknowledging = Workers.pool("envelope");

  SocketEvents(SlackApi api, Secret appToken, SocketModeRequestParser parser, BoltRunner runner) {
    this.parser = parser;
    this.runner = runner;
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
    acknowledging.execute(() -> answer(message).ifPresent(this::acknowledge));
  }

  /**
   * In JSON ("Using Socket Mode"); if it is empty where Slack needs one, the person sees an error.
   */
  private Optional<String> answer(String message) {
    try {
      return Optional.ofNullable(parser.parse(message))
          .filter(request -> request.getBoltRequest() != null)
          .flatMap(this::answer);
    } catch (RuntimeException unreadable) {
      // Gson quotes the whole message.
      LOG.warn("a message from Slack could not be read: {}", Wording.cut(unreadable.toString()));
      return Optional.empty();
    }
  }

  private Optional<String> answer(SocketModeRequest request) {
    Response response = runner.run(request.getBoltRequest());
    if (response.getStatusCode() != 200) {
      LOG.warn("an envelope was not taken (status {})", response.getStatusCode());
      return Optional.empty();
    }
    JsonObject answer = new JsonObject();
    answer.addProperty("envelope_id", request.getEnvelope().getEnvelopeId());
    String body = response.getBody();
    if (Boolean.TRUE.equals(request.getEnvelope().getAcceptsResponsePayload())
        && body != null
        && !body.isBlank()) {
      answer.add("payload", JsonParser.parseString(body).getAsJsonObject());
    }
    return Optional.of(GSON.toJson(answer));
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
