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

/** Answers the messages that come over Slack's socket ("Using Socket Mode"). */
final class Envelopes {
  private static final Logger LOG = LoggerFactory.getLogger(Envelopes.class);
  private static final Gson GSON = new Gson();

  private final SocketModeRequestParser parser;
  private final BoltRunner runner;

  Envelopes(SocketModeRequestParser parser, BoltRunner runner) {
    this.parser = parser;
    this.runner = runner;
  }

  /**
   * The acknowledgement, in JSON; if it is empty where Slack needs one, the person sees an error.
   */
  Optional<String> answer(String message) {
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
