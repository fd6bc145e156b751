package dev.mailbrake.zoho;

import dev.mailbrake.mailbox.Trouble;
import dev.mailbrake.mailbox.Trouble.Kind;
import java.net.ConnectException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Optional;

/** What a broken connection means: nobody knows whether the call arrived, and it may later. */
final class Connection {
  private Connection() {}

  /**
   * @param server who was called, to begin a sentence
   */
  static Trouble trouble(String server, Exception broken) {
    return new Trouble(
        Kind.RETRY_LATER,
        server + " " + predicate(broken),
        "Please try again in a minute.",
        Duration.ZERO);
  }

  private static String predicate(Exception broken) {
    Throwable cause = Optional.ofNullable(broken.getCause()).orElse(broken);
    if (cause instanceof HttpTimeoutException) {
      return "does not answer in time";
    }
    return cause instanceof ConnectException ? "cannot be reached" : "broke the connection off";
  }
}
