package dev.mailbrake.zoho;

import dev.mailbrake.mailbox.Trouble;

/** A call that brought no answer to work with. Leaves this package only as its {@link Trouble}. */
final class ZohoTroubled extends Exception {
  private static final long serialVersionUID = 1;

  private final transient Trouble trouble;

  ZohoTroubled(Trouble trouble) {
    super(trouble.reason(), null, false, false);
    this.trouble = trouble;
  }

  Trouble trouble() {
    return trouble;
  }
}
