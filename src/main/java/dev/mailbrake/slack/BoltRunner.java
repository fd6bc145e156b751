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
 * Bolt's app, whichever way a request came. A listener that throws is a defect; whoever did
 * something is told, since Slack itself would only show a sign that something is wrong, and over a
 * socket not before three seconds have passed.
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
    } catch (Exception defect) {
      return afterDefect(request, new IllegalStateException("not handled", defect));
    }
  }

  /** How long ago something came in; empty before the first. */
  Optional<Duration> quietFor() {
    return last.map(at -> Duration.between(at, clock.instant()));
  }

  private Response afterDefect(Request<?> request, IllegalStateException defect) {
    try {
      Optional<Interaction> interaction = interaction(request);
      if (interaction.isPresent()) {
        boolean taken =
            workers.click(
                interaction.get(),
                by -> {
                  throw defect;
                });
        if (taken) {
          return Response.ok();
        }
      }
    } catch (RuntimeException unanswerable) {
      defect.addSuppressed(unanswerable);
    }
    LOG.error("a request was not handled; whoever sent it sees Slack's error", defect);
    return Response.error(500);
  }

  private Optional<Interaction> interaction(Request<?> request) {
    if (request instanceof SlashCommandRequest command) {
      return Optional.of(PayloadReader.of(command.getPayload(), clock));
    }
    if (request instanceof BlockActionRequest click) {
      return Optional.of(PayloadReader.of(click.getPayload(), clock));
    }
    return request instanceof ViewSubmissionRequest form
        ? Optional.of(PayloadReader.of(form.getPayload()))
        : Optional.empty();
  }
}
