package dev.mailbrake.sandbox.slack.webapi;

import java.time.Duration;

/** A way in which Slack can fail, and where it does. */
public enum SlackFault {
  DOWN("Slack is down"),
  RATE_LIMITED("Slack limits the rate"),
  INTERNAL_ERROR("Slack has an internal error"),
  FATAL_ERROR("Slack has a fatal error"),
  /** The bot token is good for nothing any longer. */
  TOKEN_REVOKED("The bot token is revoked"),
  /** The app was removed from the workspace. */
  ACCOUNT_INACTIVE("The bot is deactivated"),
  SLOW("Slack is slow"),
  ARCHIVED("Channels are archived"),
  MESSAGE_NOT_FOUND("Messages are gone"),
  EDIT_WINDOW_CLOSED("Messages cannot be edited any more"),
  RESPONSE_URL_DOWN("Response URLs are down"),
  /** As after five answers. */
  USED_URL("Response URLs are used up"),
  /** As after thirty minutes. */
  EXPIRED_URL("Response URLs have expired"),
  /** The connection is closed and nothing has happened. */
  RESET("Connections are reset"),
  /** The call takes effect, and then the connection is closed. */
  ANSWER_LOST("Answers get lost");

  private static final Duration TYPICAL = Duration.ofSeconds(2);

  private final String label;

  SlackFault(String label) {
    this.label = label;
  }

  /** A few words for a switch on a page. */
  public String label() {
    return label;
  }

  /** This fault at every call it concerns, until it is ended. */
  public PlannedFault always() {
    return new PlannedFault(this, PlannedFault.EVERY_METHOD, Integer.MAX_VALUE, TYPICAL);
  }

  /** This fault at the next calls it concerns. */
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
