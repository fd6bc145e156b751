package dev.mailbrake.slack;

import java.time.Duration;

/**
 * Why there is no connection to Slack.
 *
 * @param why one sentence without a full stop
 * @param pause how long Slack wants to be left alone; zero where it did not say
 */
record NoConnection(String why, Duration pause) {
  static final NoConnection SILENT = new NoConnection("Slack does not answer", Duration.ZERO);
}
