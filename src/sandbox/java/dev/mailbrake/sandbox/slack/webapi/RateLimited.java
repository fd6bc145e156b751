package dev.mailbrake.sandbox.slack.webapi;

/** The refusal of a caller above its rate limit, with the whole seconds to wait. */
final class RateLimited extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final long retryAfterSeconds;

  RateLimited(long retryAfterSeconds) {
    super("ratelimited");
    this.retryAfterSeconds = retryAfterSeconds;
  }

  long retryAfterSeconds() {
    return retryAfterSeconds;
  }
}
