package dev.mailbrake.sandbox.slack.webapi;

import java.time.Instant;

/**
 * One of the bot's HTTP calls, as answered.
 *
 * @param method such as {@code chat.postMessage}, or {@code response_url}
 * @param summary the important arguments, on one line
 * @param outcome {@code ok} or the error
 */
public record SlackCall(Instant at, String method, String summary, String outcome) {

  public boolean ok() {
    return outcome.equals("ok");
  }
}
