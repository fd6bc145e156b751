package dev.mailbrake.sandbox.zoho;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The body of a status change: {@code mode}, {@code outgoingBlocked} and, for administrators,
 * {@code zuid}. Nothing else is allowed.
 */
record StatusChange(JsonNode json, boolean asAdministrator) {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String RAW_BODY = "zoho-inputstream";

  static StatusChange of(ZohoCall call, boolean asAdministrator) {
    boolean isJson = call.contentType().toLowerCase(Locale.ROOT).startsWith("application/json");
    return new StatusChange(
        isJson ? parsed(call.body()) : MissingNode.getInstance(), asAdministrator);
  }

  /** What is wrong with the body itself. */
  Optional<ZohoAnswer> refusal(AcceptedJsonTypes form) {
    if (!json.isObject()) {
      return Optional.of(ZohoAnswers.patternNotMatched(RAW_BODY));
    }
    for (String name : names()) {
      if (!json.has(name)) {
        return Optional.of(ZohoAnswers.missingParameter(name));
      }
    }
    return unknownName()
        .map(ZohoAnswers::extraParameter)
        .or(
            () ->
                isWellFormed(form)
                    ? Optional.empty()
                    : Optional.of(ZohoAnswers.patternNotMatched(RAW_BODY)));
  }

  String zuid() {
    return json.path("zuid").asText();
  }

  boolean blocked() {
    return json.path("outgoingBlocked").asText().equals("true");
  }

  private Set<String> names() {
    return asAdministrator
        ? Set.of("zuid", "mode", "outgoingBlocked")
        : Set.of("mode", "outgoingBlocked");
  }

  private Optional<String> unknownName() {
    return json.propertyStream()
        .map(field -> field.getKey())
        .filter(name -> !names().contains(name))
        .findFirst();
  }

  private boolean isWellFormed(AcceptedJsonTypes form) {
    JsonNode mode = json.path("mode");
    return mode.isTextual()
        && mode.asText().equals("updateOutgoingStatus")
        && isBoolean(json.path("outgoingBlocked"), form)
        && (!asAdministrator || isId(json.path("zuid"), form));
  }

  private static boolean isBoolean(JsonNode value, AcceptedJsonTypes form) {
    return value.isBoolean()
        ? form.takesNative()
        : value.isTextual() && form.takesQuoted() && value.asText().matches("true|false");
  }

  private static boolean isId(JsonNode value, AcceptedJsonTypes form) {
    return value.isIntegralNumber()
        ? form.takesNative()
        : value.isTextual() && form.takesQuoted() && value.asText().matches("\\d+");
  }

  private static JsonNode parsed(String body) {
    try {
      return MAPPER.readTree(body);
    } catch (JsonProcessingException malformed) {
      return MissingNode.getInstance();
    }
  }
}
