package dev.mailbrake.sandbox.slack.webapi;

import java.time.Duration;

/** A way in which Slack can fail, and for which calls. */
public enum SlackFault {
  DOWN,
  RATE_LIMITED,
  INTERNAL_ERROR,
  FATAL_ERROR,
  /** The bot token no longer works. */
  TOKEN_REVOKED,
  /** The app was removed from the workspace. */
  ACCOUNT_INACTIVE,
  SLOW,
  ARCHIVED,
  MESSAGE_NOT_FOUND,
  EDIT_WINDOW_CLOSED,
  RESPONSE_URL_DOWN,
  /** As after five uses. */
  USED_URL,
  /** As after thirty minutes. */
  EXPIRED_URL,
  /** The connection is closed and the call has no effect. */
  RESET,
  /** The call takes effect, then the connection is closed. */
  ANSWER_LOST;

  private static final Duration TYPICAL = Duration.ofSeconds(2);

  /** This fault for every call it concerns, until ended. */
  public PlannedFault always() {
    return new PlannedFault(this, PlannedFault.EVERY_METHOD, Integer.MAX_VALUE, TYPICAL);
  }

  /** This fault for the next calls it concerns. */
  public PlannedFault times(int calls) {
    return new PlannedFault(this, PlannedFault.EVERY_METHOD, calls, TYPICAL);
  }

  boolean concerns(String method) {
    return switch (this) {
      case DOWN, RATE_LIMITED, SLOW, RESET, ANSWER_LOST -> true;
      case INTERNAL_ERROR, FATAL_ERROR, TOKEN_REVOKED, ACCOUNT_INACTIVE ->
          !method.equals(ApiRequest.RESPONSE_URL);
      case ARCHIVED -> method.startsWith("chat.");
      case MESSAGE_NOT_FOUND, EDIT_WINDOW_CLOSED -> method.equals("chat.update");
      case RESPONSE_URL_DOWN, USED_URL, EXPIRED_URL -> method.equals(ApiRequest.RESPONSE_URL);
    };
  }
}
