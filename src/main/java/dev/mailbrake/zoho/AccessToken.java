package dev.mailbrake.zoho;

import dev.mailbrake.config.Secret;
import java.time.Duration;

/**
 * An OAuth access token.
 *
 * @param value what the header carries
 * @param life how long it is valid from its issue on
 */
record AccessToken(Secret value, Duration life) {
  private static final Duration MARGIN = Duration.ofMinutes(2);

  /** How long it is used: shorter than it is valid, so that no call goes out with a dying token. */
  Duration use() {
    return life.compareTo(MARGIN.multipliedBy(2)) > 0 ? life.minus(MARGIN) : life.dividedBy(2);
  }
}
