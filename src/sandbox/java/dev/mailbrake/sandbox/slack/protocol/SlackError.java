package dev.mailbrake.sandbox.slack.protocol;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Slack's {@code ok: false} with its error code, thrown by a rule and translated at the edge. */
public final class SlackError extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String error;
  private final ObjectNode details;

  public SlackError(String error) {
    this(error, Json.object());
  }

  private SlackError(String error, ObjectNode details) {
    super(error);
    this.error = error;
    this.details = details;
  }

  public static SlackError because(String error, List<String> messages) {
    ObjectNode details = Json.object();
    messages.forEach(details.putObject("response_metadata").putArray("messages")::add);
    return new SlackError(error, details);
  }

  public static SlackError missingScope(String needed, String provided) {
    ObjectNode details = Json.object().put("needed", needed).put("provided", provided);
    return new SlackError("missing_scope", details);
  }

  public String error() {
    return error;
  }

  public ObjectNode body() {
    ObjectNode body = Json.object().put("ok", false).put("error", error);
    body.setAll(details);
    return body;
  }
}
