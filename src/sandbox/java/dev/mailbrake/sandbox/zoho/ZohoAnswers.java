package dev.mailbrake.sandbox.zoho;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The Mail API's bodies. Those recorded from the real server are marked; the others follow their
 * form, as nobody has published them.
 */
final class ZohoAnswers {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private ZohoAnswers() {}

  static ObjectNode success(JsonNode data) {
    ObjectNode body = status(200, "success");
    body.set("data", data);
    return body;
  }

  /** The documented answer to a change: no {@code data}. */
  static ZohoAnswer changed() {
    return ZohoAnswer.json(200, status(200, "success"));
  }

  /** Recorded. */
  static ZohoAnswer invalidTicket() {
    return coded(400, "Invalid Input", "INVALID_TICKET", "Invalid ticket");
  }

  /** Recorded. */
  static ZohoAnswer invalidToken() {
    ObjectNode body = JSON.objectNode();
    body.putObject("data").put("errorCode", "INVALID_OAUTHTOKEN");
    body.setAll(status(401, "Invalid Access"));
    return ZohoAnswer.json(401, body);
  }

  /** Recorded: an array, and strings where numbers and booleans belong. */
  static ZohoAnswer invalidScope() {
    ObjectNode error =
        JSON.objectNode()
            .put("msg", "Error while processing!")
            .put("errorCode", "INVALID_OAUTHSCOPE")
            .put("authFail", "true")
            .put("status", "401");
    return ZohoAnswer.json(401, JSON.arrayNode().add(2).add(error));
  }

  static ZohoAnswer notPermitted() {
    return coded(
        403, "Forbidden", "OPERATION_NOT_PERMITTED", "You are not permitted to do this operation");
  }

  static ZohoAnswer noSuchRule() {
    return coded(404, "Invalid Input", "URL_RULE_NOT_CONFIGURED", "URL rule is not configured");
  }

  /** The text is recorded, for a zuid in the accountId's place. */
  static ZohoAnswer noSuchAccount(String accountId) {
    return coded(404, "Not Found", "INVALID_ACCOUNT_ID", "Account id " + accountId + " is invalid");
  }

  static ZohoAnswer noSuchUser(String wanted) {
    return coded(404, "Not Found", "USER_NOT_FOUND", "User " + wanted + " does not exist");
  }

  /** The text is recorded, spelling included. */
  static ZohoAnswer extraParameter(String name) {
    return coded(400, "Invalid Input", "EXTRA_PARAM_FOUND", name + " Extra paramters given");
  }

  static ZohoAnswer missingParameter(String name) {
    return coded(
        400, "Invalid Input", "LESS_THAN_MIN_OCCURANCE", name + " occurs less than 1 time");
  }

  static ZohoAnswer patternNotMatched(String name) {
    return coded(
        400,
        "Invalid Input",
        "PATTERN_NOT_MATCHED",
        name + " Input does not match the given pattern");
  }

  static ZohoAnswer foreignZuid(String accountId, String zuid) {
    return coded(
        400,
        "Invalid Input",
        "INVALID_ZUID",
        "Account id " + accountId + " does not belong to zuid " + zuid);
  }

  static ZohoAnswer errorInside200() {
    ObjectNode body = status(500, "Internal Error");
    body.putObject("data")
        .put("errorCode", "INTERNAL_ERROR")
        .put("moreInfo", "Unable to process the request");
    return ZohoAnswer.json(200, body);
  }

  static ZohoAnswer businessError() {
    ObjectNode body = status(500, "Internal Error");
    body.putObject("data").put("moreInfo", "Maximum user license limit reached");
    return ZohoAnswer.json(500, body);
  }

  static ZohoAnswer unavailable() {
    return coded(503, "Service Unavailable", "SERVICE_BUSY", "The service is busy");
  }

  /** Without a status, as none is documented. */
  static ZohoAnswer operationFailed() {
    ObjectNode body = JSON.objectNode();
    body.putObject("data").put("moreInfo", "Operation failed. Please try again later");
    return ZohoAnswer.json(500, body);
  }

  static ZohoAnswer refusedWrite() {
    ObjectNode body = status(400, "Invalid Input");
    body.putObject("data")
        .put("moreInfo", "Outgoing status of this account cannot be changed")
        .put("error", "OUTGOING_STATUS_CHANGE_NOT_ALLOWED");
    return ZohoAnswer.json(400, body);
  }

  static ZohoAnswer throttled(ThrottleBody form, int requestsPerMinute) {
    String code = "URL_ROLLING_THROTTLES_LIMIT_EXCEEDED";
    String text =
        "Cannot execute more than " + requestsPerMinute + " requests per API in 1 minutes.";
    return switch (form) {
      case THROTTLED_429 -> coded(429, "Too Many Requests", code, text);
      case THROTTLED_500 -> coded(500, "Internal Error", code, text);
      case THROTTLED_400 -> throttledLikeProjects(code, text);
    };
  }

  /** Recorded for Zoho Projects. */
  private static ZohoAnswer throttledLikeProjects(String code, String text) {
    ObjectNode body = JSON.objectNode();
    ObjectNode error = body.putObject("error").put("status_code", 400).put("title", code);
    error.putObject("details").put("message", text);
    return ZohoAnswer.json(400, body);
  }

  private static ZohoAnswer coded(int status, String description, String code, String moreInfo) {
    ObjectNode body = JSON.objectNode();
    body.putObject("data").put("errorCode", code).put("moreInfo", moreInfo);
    body.setAll(status(status, description));
    return ZohoAnswer.json(status, body);
  }

  private static ObjectNode status(int code, String description) {
    ObjectNode body = JSON.objectNode();
    body.putObject("status").put("code", code).put("description", description);
    return body;
  }
}
