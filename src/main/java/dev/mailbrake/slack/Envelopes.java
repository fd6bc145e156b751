package dev.mailbrake.slack;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.slack.api.bolt.response.Response;
import com.slack.api.bolt.socket_mode.request.SocketModeRequest;
import com.slack.api.bolt.socket_mode.request.SocketModeRequestParser;
import dev.mailbrake.request.wording.Wording;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What comes over Slack's socket: a message in, at most one acknowledgement out ("Using Socket
 * Mode"). What is not taken has none, and Slack says so to whoever did it.
 */
final class Envelopes {
  private static final Logger LOG = LoggerFactory.getLogger(Envelopes.class);
  private static final Gson GSON = new Gson();

  private final SocketModeRequestParser parser;
  private final BoltRunner dispatch;

  Envelopes(SocketModeRequestParser parser, BoltRunner dispatch) {
    this.parser = parser;
    this.dispatch = dispatch;
  }

  /**
   * The acknowledgement of a message, as JSON; empty where it asks for none or was not taken.
   *
   * @param message as it came, JSON of any of Socket Mode's types
   */
  Optional<String> answer(String message) {
    try {
      return Optional.ofNullable(parser.parse(message))
          .filter(request -> request.getBoltRequest() != null)
          .flatMap(this::answer);
    } catch (RuntimeException unreadable) {
      // Gson's words quote the message, however long it is.
      LOG.warn("a message of Slack's could not be read: {}", Wording.cut(unreadable.toString()));
      return Optional.empty();
    }
  }

  private Optional<String> answer(SocketModeRequest request) {
    Response response = dispatch.run(request.getBoltRequest());
    if (response.getStatusCode() != 200) {
      LOG.warn("an envelope was not taken (status {})", response.getStatusCode());
      return Optional.empty();
    }
    JsonObject answer = new JsonObject();
    answer.addProperty("envelope_id", request.getEnvelope().getEnvelopeId());
    if (Boolean.TRUE.equals(request.getEnvelope().getAcceptsResponsePayload())) {
      payload(response).ifPresent(payload -> answer.add("payload", payload));
    }
    return Optional.of(GSON.toJson(answer));
  }

  private static Optional<JsonObject> payload(Response response) {
    return Optional.ofNullable(response.getBody())
        .filter(body -> !body.isBlank())
        .map(body -> JsonParser.parseString(body).getAsJsonObject());
  }
}
