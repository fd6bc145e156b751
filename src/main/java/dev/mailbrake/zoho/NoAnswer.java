package dev.mailbrake.zoho;

import dev.mailbrake.mailbox.Trouble;
import java.net.ConnectException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Optional;

/** What a broken connection means: nobody knows whether the call arrived, and it may later. */
final class NoAnswer {
  private NoAnswer() {}

  /**
   * The trouble of a call that was not answered.
   *
   * @param server who was called, to begin a sentence
   */
  static Trouble trouble(String server, Exception broken) {
    return Trouble.passing(server + " " + predicate(broken), Duration.ZERO);
  }

  private static String predicate(Exception broken) {
    Throwable cause = Optional.ofNullable(broken.getCause()).orElse(broken);
    if (cause instanceof HttpTimeoutException) {
      return "does not answer in time";
    }
    return cause instanceof ConnectException ? "cannot be reached" : "broke the connection off";
  }
}
