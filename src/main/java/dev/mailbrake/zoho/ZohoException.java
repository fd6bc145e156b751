package dev.mailbrake.zoho;

import dev.mailbrake.mailbox.Failure;

/** A call that brought no answer to work with. Leaves this package only as its {@link Failure}. */
final class ZohoException extends Exception {
  private static final long serialVersionUID = 1;

  private final transient Failure failure;

  ZohoException(Failure failure) {
    super(failure.reason(), null, false, false);
    this.failure = failure;
  }

  Failure failure() {
    return failure;
  }
}
