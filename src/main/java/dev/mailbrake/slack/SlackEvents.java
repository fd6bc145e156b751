package dev.mailbrake.slack;

import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.response.Response;
import com.slack.api.bolt.util.SlackRequestParser;
import dev.mailbrake.request.wording.Wording;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers {@code POST /slack/events}: checks the signature, then runs Bolt. */
public final class SlackEvents implements EventSource {
  public static final String PATH = "/slack/events";

  private static final Logger LOG = LoggerFactory.getLogger(SlackEvents.class);

  private final SlackRequestParser parser;
  private final BoltRunner runner;
  private final RequestSignature signature;

  SlackEvents(SlackRequestParser parser, BoltRunner runner, RequestSignature signature) {
    this.parser = parser;
    this.runner = runner;
    this.signature = signature;
  }

  @Override
  public Optional<SlackEvents> events() {
    return Optional.of(this);
  }

  /** Answers one request; the names of its headers are in lower case. */
  public Reply answer(Map<String, List<String>> headers, byte[] body) {
    RequestHeaders bolt = new RequestHeaders(headers);
    if (!signature.isValid(
        bolt.getFirstValue("x-slack-request-timestamp"),
        bolt.getFirstValue("x-slack-signature"),
        body)) {
      return Reply.of(401, "the request is not signed by Slack, or its time is off");
    }
    try {
      Request<?> request =
          parser.parse(
              SlackRequestParser.HttpRequest.builder()
                  .requestUri(PATH)
                  .queryString(Map.of())
                  .headers(bolt)
                  .requestBody(new String(body, StandardCharsets.UTF_8))
                  .build());
      return request == null ? malformed() : Reply.of(runner.run(request));
    } catch (RuntimeException unreadable) {
      // Gson quotes the whole request.
      LOG.warn("a signed request could not be read: {}", Wording.cut(unreadable.toString()));
      return malformed();
    }
  }

  private static Reply malformed() {
    return Reply.of(400, "the request is not one that Slack sends");
  }

  /** What goes back; the body may be empty. */
  public record Reply(int status, String contentType, String body) {
    static Reply of(int status, String text) {
      return new Reply(status, "text/plain; charset=utf-8", text);
    }

    static Reply of(Response response) {
      return new Reply(
          response.getStatusCode(),
          response.getContentType() == null ? "text/plain" : response.getContentType(),
          response.getBody() == null ? "" : response.getBody());
    }
  }
}
