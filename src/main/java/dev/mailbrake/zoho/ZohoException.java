package dev.mailbrake.zoho;

import dev.mailbrake.mailbox.Failure;
import java.net.ConnectException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.Stream;

/** A call that brought no usable answer. Leaves this package only as its {@link Failure}. */
final class ZohoException extends Exception {
  private static final long serialVersionUID = 1;
  private final transient Failure failure;

  ZohoException(Failure failure) {
    super(failure.reason(), null, false, false);
    this.failure = failure;
  }

  /** After a broken connection: nobody knows whether the call arrived; another may succeed. */
  static ZohoException noAnswer(String server, Exception broken) {
    String predicate =
        isCausedBy(HttpTimeoutException.class, broken)
            ? "does not answer in time"
            : isCausedBy(ConnectException.class, broken)
                ? "cannot be reached"
                : "dropped the connection";
    return new ZohoException(Failure.passing(server + " " + predicate, Duration.ZERO));
  }

  /** Feign and Java's client both wrap the original exception. */
  private static boolean isCausedBy(Class<? extends Throwable> type, Throwable broken) {
    return Stream.iterate(broken, Objects::nonNull, Throwable::getCause).anyMatch(type::isInstance);
  }

  Failure failure() {
    return failure;
  }
}
