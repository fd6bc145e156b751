package dev.mailbrake.zoho;

import dev.mailbrake.mailbox.Failure;
import java.net.ConnectException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.Stream;

/** What a broken connection means: nobody knows whether the call arrived, and it may later. */
final class NoAnswer {
  private NoAnswer() {}

  /**
   * The failure of a call that was not answered.
   *
   * @param server who was called, to begin a sentence
   */
  static Failure failure(String server, Exception broken) {
    return Failure.passing(server + " " + predicate(broken), Duration.ZERO);
  }

  private static String predicate(Exception broken) {
    if (isOf(HttpTimeoutException.class, broken)) {
      return "does not answer in time";
    }
    return isOf(ConnectException.class, broken) ? "cannot be reached" : "broke the connection off";
  }

  /** Feign and Java's client both wrap what happened in something of their own. */
  private static boolean isOf(Class<? extends Throwable> kind, Throwable broken) {
    return Stream.iterate(broken, Objects::nonNull, Throwable::getCause).anyMatch(kind::isInstance);
  }
}
