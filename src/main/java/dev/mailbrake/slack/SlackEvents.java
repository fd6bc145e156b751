package dev.mailbrake.slack;

import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.response.Response;
import com.slack.api.bolt.util.SlackRequestParser;
import dev.mailbrake.request.wording.Wording;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code POST /slack/events}, apart from the server that carries it: the signature first, then
 * Bolt.
 */
public final class SlackEvents {
  public static final String PATH = "/slack/events";

  private static final Logger LOG = LoggerFactory.getLogger(SlackEvents.class);

  private final SlackRequestParser parser;
  private final BoltRunner dispatch;
  private final RequestSignature signature;

  SlackEvents(SlackRequestParser parser, BoltRunner dispatch, RequestSignature signature) {
    this.parser = parser;
    this.dispatch = dispatch;
    this.signature = signature;
  }

  /**
   * Answers one request.
   *
   * @param headers names in lower case
   * @param body the bytes as they came
   */
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
      return request == null ? malformed() : Reply.of(dispatch.run(request));
    } catch (RuntimeException unreadable) {
      // Gson's words quote the request, however long it is.
      LOG.warn("a signed request could not be read: {}", Wording.cut(unreadable.toString()));
      return malformed();
    }
  }

  private static Reply malformed() {
    return Reply.of(400, "the request is not one that Slack sends");
  }

  /**
   * What goes back.
   *
   * @param body possibly empty
   */
  public record Reply(int status, String contentType, String body) {

    static Reply of(int status, String words) {
      return new Reply(status, "text/plain; charset=utf-8", words);
    }

    static Reply of(Response response) {
      return new Reply(
          response.getStatusCode(),
          response.getContentType() == null ? "text/plain" : response.getContentType(),
          response.getBody() == null ? "" : response.getBody());
    }
  }
}
