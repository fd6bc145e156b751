package dev.mailbrake.slack;

import com.slack.api.bolt.App;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.builtin.BlockActionRequest;
import com.slack.api.bolt.request.builtin.SlashCommandRequest;
import com.slack.api.bolt.request.builtin.ViewSubmissionRequest;
import com.slack.api.bolt.response.Response;
import dev.mailbrake.request.model.Interaction;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs Bolt's app, in either mode. If a listener throws, we answer the person ourselves: Slack only
 * shows a warning sign, and over a socket only after three seconds.
 */
final class BoltRunner {
  private static final Logger LOG = LoggerFactory.getLogger(BoltRunner.class);

  private final App app;
  private final Workers workers;
  private final Clock clock;
  private volatile Optional<Instant> last = Optional.empty();

  BoltRunner(App app, Workers workers, Clock clock) {
    this.app = app;
    this.workers = workers;
    this.clock = clock;
  }

  /** The acknowledgement; HTTP status 200 if the request was taken. */
  Response run(Request<?> request) {
    last = Optional.of(clock.instant());
    try {
      return app.run(request);
    } catch (Exception bug) {
      return afterBug(request, new IllegalStateException("not handled", bug));
    }
  }

  /** The time since the last request; empty before the first. */
  Optional<Duration> quietFor() {
    return last.map(at -> Duration.between(at, clock.instant()));
  }

  private Response afterBug(Request<?> request, IllegalStateException bug) {
    try {
      if (interaction(request).filter(it -> workers.click(it, by -> fail(bug))).isPresent()) {
        return Response.ok();
      }
    } catch (RuntimeException unanswerable) {
      bug.addSuppressed(unanswerable);
    }
    LOG.error("a request was not handled; whoever sent it sees Slack's error", bug);
    return Response.error(500);
  }

  private static void fail(RuntimeException bug) {
    throw bug;
  }

  private Optional<Interaction> interaction(Request<?> request) {
    if (request instanceof SlashCommandRequest command) {
      return Optional.of(PayloadReader.of(command.getPayload(), clock));
    }
    if (request instanceof BlockActionRequest click) {
      return Optional.of(PayloadReader.of(click.getPayload(), clock));
    }
    return request instanceof ViewSubmissionRequest modal
        ? Optional.of(PayloadReader.of(modal.getPayload()))
        : Optional.empty();
  }
}
