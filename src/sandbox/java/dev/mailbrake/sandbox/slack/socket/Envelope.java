package dev.mailbrake.sandbox.slack.socket;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mailbrake.sandbox.slack.delivery.BotPayload;
import dev.mailbrake.sandbox.slack.protocol.Json;
import java.util.UUID;

/** A payload on its way through a socket, with the id that acknowledges it. */
record Envelope(String id, BotPayload payload) {

  static Envelope of(BotPayload payload) {
    return new Envelope(UUID.randomUUID().toString(), payload);
  }

  String text() {
    ObjectNode json =
        Json.object()
            .put("envelope_id", id)
            .put("type", payload.type().word())
            .put("accepts_response_payload", payload.acceptsResponse());
    json.set("payload", payload.json());
    if (payload.type() == BotPayload.Type.EVENTS_API) {
      json.put("retry_attempt", payload.attempt())
          .put("retry_reason", payload.attempt() == 0 ? "" : "timeout");
    }
    return json.toString();
  }
}
